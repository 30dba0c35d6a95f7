package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.casus.article.Article;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.time.PartialDate;
import org.junit.jupiter.api.Test;

/** Checks against the fields of PLOVER's manual. */
class PloverJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Codebook codebook = Coded.CASUS.codebook();

    @Test
    void everyFieldIsOfTheManual() throws IOException {
        List<Coded.Told> events = Coded.events().stream()
                .filter(told -> told.event().date() != null || told.article().published() != null)
                .toList();
        List<String> lines =
                Coded.write(ExportFormat.PLOVER, events).text().lines().toList();
        assertThat(lines).hasSameSizeAs(events);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode json = JSON.readTree(lines.get(i));
            Coded.Told told = events.get(i);
            assertThat(names(json))
                    .containsExactly(
                            ("id has_event date enddate actor recipient event mode context quad_code event_scale event_loc event_text "
                                            + "link text text_info cite_info coder coded_date comment")
                                    .split(" "));
            EventType type = EventType.valueOf(json.get("event").asText());
            assertThat(type).isEqualTo(told.event().type());
            assertThat(LocalDate.parse(json.get("date").asText()))
                    .isEqualTo(
                            told.event().date() == null
                                    ? told.article().published()
                                    : told.event().date().first());
            assertThat(json.get("actor")).hasSize(1);
            assertThat(names(json.at("/actor/0")))
                    .containsExactly("code", "sector", "entity_text", "identifier_text", "office");
            assertThat(json.get("recipient")).hasSize(told.event().target() == null ? 0 : 1);
            assertThat(json.get("quad_code").asInt()).isBetween(1, 4);
            assertThat(json.get("event_scale").asDouble())
                    .isEqualTo(codebook.score(type, told.event().mode()));
            json.get("mode")
                    .forEach(mode -> assertThat(mode.asText())
                            .satisfiesAnyOf(
                                    text -> assertThat(text).isIn(codebook.modes(type)),
                                    text -> assertThat(text).isIn("historical", "future", "hypothetical", "negation")));
            json.get("context").forEach(context -> assertThat(context.asText()).isIn(codebook.contexts()));
            JsonNode place = json.get("event_loc");
            if (!place.isNull()) {
                assertThat(names(place))
                        .containsExactly(
                                "resolved_place geonameid lat lon city province country country_code feature_class feature_code resolution"
                                        .split(" "));
            }
        }
    }

    @Test
    void statusIsAnAuxiliaryMode() throws IOException {
        assertThat(modes(Made.of("194", Status.DENIED))).containsExactly("heavy-weapons", "negation");
        assertThat(modes(Made.of("042", Status.PLANNED))).containsExactly("visit", "future");
        assertThat(modes(Made.of("190", Status.POSSIBLE))).containsExactly("hypothetical");
        assertThat(modes(Made.of("190", Status.ACTUAL))).isEmpty();
    }

    private static List<String> modes(Made made) throws IOException {
        List<String> modes = new ArrayList<>();
        json(made, Made.ARTICLE).get("mode").forEach(mode -> modes.add(mode.asText()));
        return modes;
    }

    private static JsonNode json(Made made, Article article) throws IOException {
        return JSON.readTree(Coded.write(ExportFormat.PLOVER, List.of(new Coded.Told(article, made.event())))
                .text());
    }

    @Test
    void aYearHasItsFirstAndLastDay() throws IOException {
        JsonNode json = json(Made.of("042", Status.PLANNED).on(PartialDate.of(Year.of(2025))), Made.ARTICLE);
        assertThat(json.get("date").asText()).isEqualTo("2025-01-01");
        assertThat(json.get("enddate").asText()).isEqualTo("2025-12-31");
        Article undated = Article.of("Some text.", null);
        Coded.Written none = Coded.write(
                ExportFormat.PLOVER,
                List.of(new Coded.Told(
                        undated, Made.of("042", Status.ACTUAL).on(null).event())));
        assertThat(none.text()).isEmpty();
        assertThat(none.leftOut()).contains("1 event left out: without a date 1");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
