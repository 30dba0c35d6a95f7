package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casus.actor.Sector;
import org.casus.codebook.Status;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks against the rules of GraphML's schema, and the counts against the events. */
class GraphMlTest {
    @Test
    void isAGraphByTheSchemasRules() throws Exception {
        List<Coded.Told> events = Coded.events();
        Document graph = parse(Coded.write(ExportFormat.GRAPHML, events));
        check(graph);
        List<Deed> deeds = Coded.deeds(events, true).stream()
                .filter(deed -> deed.target() != null)
                .toList();
        int sum = 0;
        for (Element edge : elements(graph, "edge")) {
            Map<String, String> data = data(edge);
            sum += Integer.parseInt(data.get("events"));
            int quads =
                    List.of("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
                            .stream()
                            .mapToInt(quad -> Integer.parseInt(data.get(quad)))
                            .sum();
            assertThat(quads).isEqualTo(Integer.parseInt(data.get("events")));
            assertThat(Double.parseDouble(data.get("goldstein"))).isBetween(-10.0, 10.0);
            assertThat(data.get("first")).isLessThanOrEqualTo(data.get("last"));
        }
        assertThat(sum).isEqualTo(deeds.size());
    }

    /** GraphML 1.0: keys declared once, ids unique, edges between nodes, data only of declared keys of the right kind. */
    static void check(Document graph) {
        assertThat(graph.getDocumentElement().getLocalName()).isEqualTo("graphml");
        assertThat(graph.getDocumentElement().getNamespaceURI()).isEqualTo("http://graphml.graphdrawing.org/xmlns");
        Map<String, String> keys = new HashMap<>();
        for (Element key : elements(graph, "key")) {
            assertThat(keys.put(key.getAttribute("id"), key.getAttribute("for")))
                    .isNull();
            assertThat(key.getAttribute("attr.type")).isIn("boolean", "int", "long", "float", "double", "string");
            assertThat(key.getAttribute("attr.name")).isNotEmpty();
        }
        assertThat(elements(graph, "graph"))
                .hasSize(1)
                .allMatch(element -> element.getAttribute("edgedefault").equals("directed"));
        Set<String> nodes = new HashSet<>();
        for (Element node : elements(graph, "node")) {
            assertThat(nodes.add(node.getAttribute("id"))).isTrue();
            assertThat(keys.entrySet().stream()
                            .filter(key -> key.getValue().equals("node"))
                            .map(Map.Entry::getKey))
                    .containsAll(data(node).keySet());
        }
        Set<String> edges = new HashSet<>();
        for (Element edge : elements(graph, "edge")) {
            assertThat(edges.add(edge.getAttribute("id"))).isTrue();
            assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target"));
            for (String key : data(edge).keySet()) {
                assertThat(keys).containsEntry(key, "edge");
            }
        }
    }

    @Test
    void countsADyad() throws Exception {
        List<Coded.Told> events = new ArrayList<>();
        events.add(Made.told(Made.of("194", Status.ACTUAL).event()));
        events.add(Made.told(Made.of("112", Status.ACTUAL)
                .event(
                        Made.actor("Paris", "France", "FRA", Sector.GOV),
                        Made.actor("Iran's parliament", null, "IRN", Sector.LEG),
                        null)));
        events.add(Made.told(Made.of("194", Status.DENIED).event()));
        Coded.Written written = Coded.write(ExportFormat.GRAPHML, events);
        Document graph = parse(written);
        assertThat(elements(graph, "node"))
                .hasSize(2)
                .extracting(node -> data(node).get("label"))
                .containsExactly("France", "Iran");
        assertThat(elements(graph, "edge")).hasSize(1);
        assertThat(data(elements(graph, "edge").get(0)))
                .containsEntry("events", "2")
                .containsEntry("verbal_conflict", "1")
                .containsEntry("material_conflict", "1")
                .containsEntry("goldstein", "-6.000")
                .containsEntry("first", "2024-11-18");
        assertThat(written.leftOut()).contains("1 event left out: denied 1 (graphml has no status)");
    }

    static Document parse(Coded.Written written) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(written.bytes()));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static Map<String, String> data(Element element) {
        Map<String, String> data = new HashMap<>();
        NodeList children = element.getElementsByTagNameNS("*", "data");
        for (int i = 0; i < children.getLength(); i++) {
            Element child = (Element) children.item(i);
            data.put(child.getAttribute("key"), child.getTextContent());
        }
        return data;
    }
}
