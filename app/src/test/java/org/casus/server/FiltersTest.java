package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
    private static TestServer server;
    private static List<JsonNode> events;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        events = server.events();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String at(JsonNode event, String path) {
        return event.at(path).asText("");
    }

    private static boolean either(JsonNode event, String field, List<String> values) {
        return values.contains(at(event, "/source/" + field)) || values.contains(at(event, "/target/" + field));
    }

    private static final Map<String, Predicate<JsonNode>> MEANINGS = Map.ofEntries(
            Map.entry("actor=BLR", e -> either(e, "country", List.of("BLR"))),
            Map.entry("actor=eu", e -> either(e, "id", List.of("eu"))),
            Map.entry("actor=eu,KEN", e -> either(e, "id", List.of("eu")) || either(e, "country", List.of("KEN"))),
            Map.entry("source=LTU", e -> at(e, "/source/country").equals("LTU")),
            Map.entry("target=BLR", e -> at(e, "/target/country").equals("BLR")),
            Map.entry("actor_country=BLR,LTU", e -> either(e, "country", List.of("BLR", "LTU"))),
            Map.entry("source_country=YEM", e -> at(e, "/source/country").equals("YEM")),
            Map.entry("target_country=KEN", e -> at(e, "/target/country").equals("KEN")),
            Map.entry("actor_sector=COP", e -> either(e, "sector", List.of("COP"))),
            Map.entry("source_sector=GOV,IGO", e -> List.of("GOV", "IGO").contains(at(e, "/source/sector"))),
            Map.entry("target_sector=GOV", e -> at(e, "/target/sector").equals("GOV")),
            Map.entry(
                    "between=HRV,OMN",
                    e -> either(e, "country", List.of("HRV")) && either(e, "country", List.of("OMN"))),
            Map.entry("type=SANCTION,AID", e -> List.of("SANCTION", "AID").contains(at(e, "/type"))),
            Map.entry("quad=material conflict", e -> at(e, "/quad").equals("material conflict")),
            Map.entry("quad=1,verbal conflict", e -> at(e, "/quad").startsWith("verbal")),
            Map.entry("cameo=16", e -> at(e, "/cameo").startsWith("16")),
            Map.entry(
                    "cameo=163,05",
                    e -> at(e, "/cameo").startsWith("163") || at(e, "/cameo").startsWith("05")),
            Map.entry(
                    "status=planned,possible",
                    e -> List.of("planned", "possible").contains(at(e, "/status"))),
            Map.entry("background=true", e -> e.get("background").asBoolean()),
            Map.entry("background=false", e -> !e.get("background").asBoolean()),
            Map.entry("country=BGD", e -> at(e, "/place/country").equals("BGD")),
            Map.entry("place=Dhaka", e -> at(e, "/place/name").equals("Dhaka")),
            Map.entry("box=80,0,100,60", e -> {
                double east = e.at("/place/longitude").asDouble(0);
                return east >= 80 && east <= 100;
            }),
            Map.entry(
                    "box=100,-90,20,90",
                    e -> !e.get("place").isNull()
                            && (e.at("/place/longitude").asDouble() >= 100
                                    || e.at("/place/longitude").asDouble() <= 20)),
            Map.entry("q=SANCTIONS", e -> at(e, "/evidence/sentence").contains("sanctions")),
            Map.entry(
                    "publisher=Northern Press", e -> at(e, "/article/publisher").equals("Northern Press")),
            Map.entry(
                    "publisher=Northern Press|Lakes Agency",
                    e -> List.of("Northern Press", "Lakes Agency").contains(at(e, "/article/publisher"))),
            Map.entry("confidence=0.9", e -> e.get("confidence").asDouble() >= 0.9),
            Map.entry("type=", e -> true),
            Map.entry("actor=', DROP TABLE event --", e -> false),
            Map.entry("place=%", e -> false),
            Map.entry("q=%%", e -> false),
            Map.entry("q=__", e -> false));

    @Test
    void eachMeansWhatItSays() {
        int empty = 0;
        for (Map.Entry<String, Predicate<JsonNode>> meaning : MEANINGS.entrySet()) {
            String query = meaning.getKey().replaceFirst("=.*", "=")
                    + URLEncoder.encode(meaning.getKey().replaceFirst("[^=]*=", ""), StandardCharsets.UTF_8);
            long meant = events.stream().filter(meaning.getValue()).count();
            assertThat(server.json("/api/events/count?" + query).get("events").asLong())
                    .as(meaning.getKey())
                    .isEqualTo(meant);
            empty += meant == 0 ? 1 : 0;
        }
        assertThat(empty).as("filters that the samples say nothing of").isLessThan(9);
    }

    @Test
    void daysIncludeBothEnds() {
        for (JsonNode event : events) {
            String day = event.get("date").asText();
            if (day.length() == 10) {
                assertThat(server.json("/api/events?limit=500&from=" + day + "&to=" + day)
                                .findValuesAsText("id"))
                        .contains(event.get("id").asText());
            }
        }
        long before =
                server.json("/api/events/count?to=2024-06-30").get("events").asLong();
        long after =
                server.json("/api/events/count?from=2024-07-01").get("events").asLong();
        long placedInTime = events.stream()
                .filter(event -> !event.get("date").isNull()
                        || !event.at("/article/published").isNull())
                .count();
        assertThat(before + after).isEqualTo(placedInTime);
        assertThat(before).isPositive();
    }

    @Test
    void filtersNarrowTogether() {
        long both = events.stream()
                .filter(event -> at(event, "/source/id").equals("eu")
                        && at(event, "/type").equals("ACCUSE"))
                .count();
        assertThat(server.json("/api/events/count?source=eu&type=ACCUSE")
                        .get("events")
                        .asLong())
                .isEqualTo(both)
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/api/events?nosuch=1;nosuch;unknown parameter \"nosuch\"; one of actor",
                "/api/events?type=FOO;type;unknown type \"FOO\"",
                "/api/events?type=SANCTION,;type;unknown type \"\"",
                "/api/events?type=sanction;type;SANCTION",
                "/api/events?quad=5;quad;verbal cooperation",
                "/api/events?status=real;status;actual, planned, denied, possible",
                "/api/events?background=yes;background;true or false",
                "/api/events?source_country=Belarus;source_country;three letters",
                "/api/events?source_sector=KING;source_sector;GOV",
                "/api/events?between=AZE;between;two parties",
                "/api/events?cameo=1;cameo;two to four digits",
                "/api/events?box=1,2,3;box;west,south,east,north",
                "/api/events?box=0,50,10,40;box;south first",
                "/api/events?box=0,0,1e9,1;box;degrees",
                "/api/events?from=2024-02-30;from;YYYY-MM-DD",
                "/api/events?from=yesterday;from;YYYY-MM-DD",
                "/api/events?from=+999999-01-01;from;YYYY-MM-DD",
                "/api/events?from=2024-02-01&to=2024-01-01;to;before",
                "/api/events?q=x;q;2 to 100 characters",
                "/api/events?confidence=2;confidence;0.0 to 1.0",
                "/api/events?confidence=NaN;confidence;0.0 to 1.0",
                "/api/events?article=1;article;hexadecimal",
                "/api/events?limit=0;limit;1 to 500",
                "/api/events?limit=501;limit;1 to 500",
                "/api/events?limit=99999999999999999999;limit;1 to 500",
                "/api/events?sort=name;sort;-date, date",
                "/api/events?cursor=abc;cursor;take \"next\"",
                "/api/events?type=AID&type=YIELD;type;given twice",
                "/api/counts?by=hour;by;day, week, month, year",
                "/api/counts?series=country;series;type, quad, status, none",
                "/api/dyads?level=city;level;party, sector, actor",
                "/api/dyads?sort=events;sort;-events",
                "/api/articles?cursor=x;cursor;next",
                "/api/summary?type=AID;type;there is none here",
            })
    void whatIsWrongIsNamed(String path, String parameter, String words) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = TestServer.parse(response.body());
        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
        assertThat(problem.get("detail").asText()).contains(words);
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("title").asText()).isEqualTo("Bad request");
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    }

    @Test
    void aCursorBelongsToItsSort() {
        String cursor = server.json("/api/events?limit=2").get("next").asText();
        assertThat(server.get("/api/events?limit=2&cursor=" + cursor).statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/events?limit=2&sort=type&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }
}
