package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.export.ExportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theDescriptionHasEveryRoute() {
        JsonNode paths = server.json("/api/openapi.json").get("paths");
        Set<String> described = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routed = server.server.endpoints().stream()
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(routed).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyExampleOfTheDescriptionIsAnsweredAsItSays() {
        JsonNode document = server.json("/api/openapi.json");
        int asked = 0;
        for (Endpoint endpoint : server.server.endpoints()) {
            if (endpoint.path().equals("/api/stream") || !endpoint.method().equals("GET")) {
                continue;
            }
            String path = filled(endpoint);
            for (String query : queries(endpoint)) {
                HttpResponse<String> response = server.get(path + query);
                assertThat(response.statusCode())
                        .as(path + query + " " + response.body())
                        .isEqualTo(200);
                Endpoint.Reply reply = endpoint.replies().get(0);
                assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(reply.mediaType());
                if (reply.mediaType().equals(Json.MEDIA_TYPE)) {
                    JsonNode schema = document.at("/paths/" + endpoint.path().replace("/", "~1")
                            + "/get/responses/200/content/application~1json/schema");
                    assertThat(JsonSchemaCheck.faults(document, schema, TestServer.parse(response.body())))
                            .as(path + query)
                            .isEmpty();
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(150);
    }

    private static String filled(Endpoint endpoint) {
        return endpoint.path()
                .replace("{id}", id(endpoint.path()))
                .replace("{a}", "eu")
                .replace("{b}", "BLR");
    }

    private static String id(String path) {
        if (path.startsWith("/api/articles")) {
            return server.json("/api/articles?limit=1").at("/articles/0/id").asText();
        }
        JsonNode page = server.json("/api/events?limit=1&stories=true");
        String event = page.at("/events/0/id").asText();
        return path.startsWith("/api/stories")
                ? page.at("/stories/" + event + "/story").asText()
                : event;
    }

    private static List<String> queries(Endpoint endpoint) {
        List<String> queries = new ArrayList<>(List.of(""));
        for (Parameter<?> parameter : endpoint.parameters()) {
            if (parameter.in() == Parameter.In.QUERY && !parameter.example().isEmpty()) {
                queries.add(
                        "?" + parameter.name() + "=" + URLEncoder.encode(parameter.example(), StandardCharsets.UTF_8));
            }
        }
        return queries;
    }

    @Test
    void everyBodyOfTheDescriptionIsCodedAsItSays() {
        JsonNode document = server.json("/api/openapi.json");
        JsonNode content = document.at("/paths/~1api~1articles/post/requestBody/content");
        JsonNode schema = document.at("/components/schemas/Article");
        List<String> kinds = new ArrayList<>();
        content.properties().forEach(kind -> {
            JsonNode example = kind.getValue().get("example");
            String body = example.isTextual() ? example.asText() : example.toString();
            HttpResponse<String> response = server.post("/api/articles", kind.getKey(), body);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode article = TestServer.parse(response.body());
            assertThat(JsonSchemaCheck.faults(document, schema, article)).isEmpty();
            assertThat(article.at("/events/0/type").asText()).isEqualTo("ACCUSE");
            String text = article.get("text").asText();
            JsonNode trigger = article.at("/events/0/spans/trigger");
            assertThat(text.substring(trigger.get(0).asInt(), trigger.get(1).asInt()))
                    .isEqualTo("condemned");
            kinds.add(kind.getKey());
        });
        assertThat(kinds).containsExactly("text/plain", "text/html", "application/json");
        assertThat(server.json("/api/summary").get("articles").asInt()).isEqualTo(6);
    }

    @Test
    void keepsAnArticleOnce() throws IOException {
        try (TestServer own = TestServer.empty()) {
            String text = "Spain praised Peru on Friday.";
            assertThat(own.json("/api/events/count").get("events").asInt()).isZero();
            HttpResponse<String> first = own.post("/api/articles?keep=true", "text/plain", text);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(own.post("/api/articles?keep=true", "text/plain", text).statusCode())
                    .isEqualTo(200);
            // the answer from before was kept: it must not be given again
            assertThat(own.json("/api/events/count").get("events").asInt()).isEqualTo(1);
            JsonNode kept = own.json(
                    "/api/articles/" + TestServer.parse(first.body()).get("id").asText());
            assertThat(kept).isEqualTo(TestServer.parse(first.body()));
        }
    }

    @Test
    void anEmptyStoreAnswersEverything() throws IOException {
        try (TestServer own = TestServer.empty()) {
            JsonNode summary = own.json("/api/summary");
            assertThat(summary.get("events").asInt()).isZero();
            assertThat(summary.get("first").isNull()).isTrue();
            assertThat(summary.get("newest").isNull()).isTrue();
            for (String path : List.of(
                    "/api/events",
                    "/api/counts",
                    "/api/dyads",
                    "/api/dyads/AZE/PAK",
                    "/api/network",
                    "/api/map",
                    "/api/actors",
                    "/api/parties",
                    "/api/publishers",
                    "/api/articles")) {
                own.json(path);
            }
            HttpResponse<String> samples = TestServer.send(own.request("/api/samples")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(samples.body()).isEqualTo("{\"articles\":6,\"events\":29}");
            assertThat(own.json("/api/summary").get("events").asInt()).isEqualTo(29);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-date",
                "date",
                "-confidence",
                "confidence",
                "-coded",
                "coded",
                "type",
                "-type",
                "-goldstein",
                "goldstein",
                "source",
                "-source",
                "target",
                "-target"
            })
    void pagesGiveEachEventOnceAndInOrder(String sort) {
        List<String> all = new ArrayList<>();
        server.json("/api/events?limit=500&sort=" + sort)
                .get("events")
                .forEach(event -> all.add(event.get("id").asText()));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.json("/api/events?limit=4&sort=" + sort + cursor);
            assertThat(page.get("events").size()).isLessThanOrEqualTo(4);
            page.get("events").forEach(event -> paged.add(event.get("id").asText()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSize(29);
    }

    @ParameterizedTest
    @CsvSource({
        "confidence, /confidence, 1",
        "-confidence, /confidence, -1",
        "goldstein, /goldstein, 1",
        "-goldstein, /goldstein, -1"
    })
    void numbersAreSorted(String sort, String field, int direction) {
        double last = direction * -100;
        for (JsonNode event : server.json("/api/events?limit=500&sort=" + sort).get("events")) {
            assertThat((event.at(field).asDouble() - last) * direction).isGreaterThan(-1e-12);
            last = event.at(field).asDouble();
        }
    }

    @Test
    void pagesOfArticlesGiveEachOnce() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.json("/api/articles?limit=4" + cursor);
            page.get("articles").forEach(article -> ids.add(article.get("id").asText()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        } while (cursor != null);
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void figuresAgreeWithTheEvents() {
        List<JsonNode> events = server.events();
        JsonNode counts = server.json("/api/counts?by=year&series=quad");
        long counted = counts.get("coarser").asLong() + counts.get("undated").asLong();
        for (JsonNode series : counts.get("counts")) {
            assertThat(series.size()).isEqualTo(counts.get("buckets").size());
            for (JsonNode number : series) {
                counted += number.asLong();
            }
        }
        assertThat(counted).isEqualTo(events.size());
        JsonNode map = server.json("/api/map");
        long placed = 0;
        for (JsonNode place : map.get("places")) {
            placed += place.get("events").asLong();
        }
        assertThat(placed)
                .isEqualTo(events.stream()
                        .filter(event -> !event.get("place").isNull())
                        .count());
        assertThat(placed + map.get("unplaced").asLong()).isEqualTo(events.size());
        long toBelarus = events.stream()
                .filter(event -> event.at("/source/id").asText().equals("eu")
                        && event.at("/target/country").asText().equals("BLR"))
                .count();
        JsonNode pair = server.json("/api/dyads/eu/BLR?by=day");
        assertThat(pair.at("/ab/events/0").asLong()).isEqualTo(toBelarus).isPositive();
        assertThat(pair.at("/ba/events").size()).isEqualTo(pair.get("buckets").size());
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void exportsEveryFormat(ExportFormat format) throws IOException, InterruptedException {
        HttpResponse<byte[]> file = TestServer.bytes(
                server.request("/api/export?format=" + format.label()).build());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(format.mediaType());
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"casus-events." + format.extension() + "\"");
        assertThat(file.body()).isNotEmpty();
        if (format == ExportFormat.JSONL || format == ExportFormat.CSV) {
            int header = format == ExportFormat.CSV ? 1 : 0;
            assertThat(new String(file.body(), StandardCharsets.UTF_8).lines()).hasSize(29 + header);
        }
    }

    @Test
    void compressesForThoseWhoTakeIt() {
        HttpResponse<String> plain = server.get("/api/codebook");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<String> packed = TestServer.send(server.request("/api/codebook")
                .header("Accept-Encoding", "br, gzip;q=0.5")
                .build());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(plain.body().length() / 2);
        assertThat(TestServer.send(server.request("/api/codebook")
                                .header("Accept-Encoding", "gzip;q=0")
                                .build())
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void headHasTheHeadersAlone() {
        HttpResponse<String> head = TestServer.send(server.request("/api/summary")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(server.get("/api/summary").body().length());
    }

    @Test
    void filesAreKeptUntilTheyChange() {
        HttpResponse<String> file = server.get("/lib/swagger-ui.css");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/css;charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
        String etag = file.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = TestServer.send(server.request("/lib/swagger-ui.css")
                .header("If-None-Match", etag)
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/relations", "/relations/AZE/PAK", "/articles/x", "/try", "/positions"})
    void pagesOfTheDashboardAreOnePage(String path) {
        HttpResponse<String> page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("<html").doesNotContain(" style=\"", "onclick", "<script>");
    }
}
