package org.casus.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.codebook.QuadClass;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Who deals how with whom, as a directed graph in GraphML, for Gephi, igraph, NetworkX: a node a party, an edge a dyad with its events
 * counted. Written at {@link #close}; it holds the dyads in memory, not the events.
 */
final class GraphMlWriter implements EventWriter {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private record Key(String id, String type) {}

    private static final List<Key> NODE_KEYS =
            List.of(new Key("label", "string"), new Key("country", "string"), new Key("sector", "string"));
    private static final List<Key> EDGE_KEYS = List.of(
            new Key("events", "int"),
            new Key("verbal_cooperation", "int"),
            new Key("material_cooperation", "int"),
            new Key("verbal_conflict", "int"),
            new Key("material_conflict", "int"),
            new Key("goldstein", "double"),
            new Key("first", "string"),
            new Key("last", "string"));

    private record Dyad(Party source, Party target) {}

    private static final class Sums {
        private final Map<QuadClass, Integer> quads = new EnumMap<>(QuadClass.class);
        private int events;
        private double goldstein;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void add(Deed deed) {
            quads.merge(deed.quad(), 1, Integer::sum);
            events++;
            goldstein += deed.code().goldstein();
            first = first == null || deed.day().isBefore(first) ? deed.day() : first;
            last = last == null || deed.day().isAfter(last) ? deed.day() : last;
        }
    }

    private final Writer out;
    private final Deeds deeds;
    private final LeftOut leftOut;
    private final CountryCodes countries = new CountryCodes();
    private final SortedMap<Dyad, Sums> dyads =
            new TreeMap<>(Comparator.comparing(Dyad::source).thenComparing(Dyad::target));

    GraphMlWriter(Writer out, Deeds deeds, LeftOut leftOut) {
        this.out = out;
        this.deeds = deeds;
        this.leftOut = leftOut;
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        for (Deed deed : deeds.of(article, event)) {
            if (deed.target() == null) {
                leftOut.count(LeftOut.Reason.NO_TARGET);
            } else {
                dyads.computeIfAbsent(new Dyad(party(deed.source()), party(deed.target())), dyad -> new Sums())
                        .add(deed);
            }
        }
    }

    private Party party(Actor actor) {
        return Party.of(actor, countries);
    }

    @Override
    public void close() throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, "");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            keys(xml, "node", NODE_KEYS);
            keys(xml, "edge", EDGE_KEYS);
            line(xml, "  ");
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "dyads");
            xml.writeAttribute("edgedefault", "directed");
            Map<Party, String> ids = nodes(xml);
            int number = 0;
            for (Map.Entry<Dyad, Sums> dyad : dyads.entrySet()) {
                edge(xml, "e" + number, ids, dyad.getKey(), dyad.getValue());
                number++;
            }
            line(xml, "  ");
            xml.writeEndElement();
            line(xml, "");
            xml.writeEndElement();
            line(xml, "");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write GraphML: " + e.getMessage(), e);
        }
        out.flush();
    }

    private static void keys(XMLStreamWriter xml, String owner, List<Key> keys) throws XMLStreamException {
        for (Key key : keys) {
            line(xml, "  ");
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", key.id());
            xml.writeAttribute("for", owner);
            xml.writeAttribute("attr.name", key.id());
            xml.writeAttribute("attr.type", key.type());
        }
    }

    private Map<Party, String> nodes(XMLStreamWriter xml) throws XMLStreamException {
        List<Party> parties = dyads.keySet().stream()
                .flatMap(dyad -> Stream.of(dyad.source(), dyad.target()))
                .distinct()
                .sorted()
                .toList();
        Map<Party, String> ids = new HashMap<>();
        for (Party party : parties) {
            String id = "n" + ids.size();
            ids.put(party, id);
            line(xml, "    ");
            xml.writeStartElement("node");
            xml.writeAttribute("id", id);
            data(xml, "label", party.label());
            data(xml, "country", party.country());
            data(xml, "sector", party.sector());
            line(xml, "    ");
            xml.writeEndElement();
        }
        return ids;
    }

    private static void edge(XMLStreamWriter xml, String id, Map<Party, String> ids, Dyad dyad, Sums sums)
            throws XMLStreamException {
        line(xml, "    ");
        xml.writeStartElement("edge");
        xml.writeAttribute("id", id);
        xml.writeAttribute("source", ids.get(dyad.source()));
        xml.writeAttribute("target", ids.get(dyad.target()));
        data(xml, "events", String.valueOf(sums.events));
        for (QuadClass quad : QuadClass.values()) {
            data(xml, quad.label().replace(' ', '_'), String.valueOf(sums.quads.getOrDefault(quad, 0)));
        }
        data(xml, "goldstein", CellText.fixed(sums.goldstein / sums.events, 3));
        data(xml, "first", String.valueOf(sums.first));
        data(xml, "last", String.valueOf(sums.last));
        line(xml, "    ");
        xml.writeEndElement();
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            line(xml, "      ");
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(CellText.xml(value));
            xml.writeEndElement();
        }
    }

    private static void line(XMLStreamWriter xml, String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    @Override
    public Optional<String> leftOut() {
        return leftOut.message();
    }
}
