package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.store.Source;
import org.casus.store.SourceBook;
import org.casus.store.SourceKind;
import org.junit.jupiter.api.Test;

/** What those who run the server ask of it. */
class OperationTest {
    private static double value(String metrics, String series) {
        return Arrays.stream(metrics.split("\n"))
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + metrics));
    }

    @Test
    void metricsCountWhatIsDone() throws IOException {
        try (TestServer server = TestServer.empty()) {
            String text = "{\"published\":\"2024-11-20\",\"text\":\"France condemned Iran on Monday.\"}";
            assertThat(server.post("/api/articles?keep=true", "application/json", text)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(server.post("/api/articles?keep=true", "application/json", text)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/api/articles", "application/json", "{}").statusCode())
                    .isEqualTo(422);
            String id = server.events().get(0).get("id").asText();
            assertThat(server.get("/api/events/" + id).statusCode()).isEqualTo(200);
            for (int i = 0; i < 30; i++) {
                server.get("/api/events/ffffffffffff" + (1000 + i));
                server.get("/no/such/page-" + i);
            }
            server.get("/api/events?type=NONSENSE");

            HttpResponse<String> response = server.get("/metrics");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain; version=0.0.4");
            String metrics = response.body();
            assertThat(value(metrics, "casus_articles_coded_total")).isEqualTo(2);
            assertThat(value(metrics, "casus_events_coded_total")).isEqualTo(2);
            assertThat(value(metrics, "casus_articles_skipped_total{reason=\"known\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "casus_articles_failed_total{reason=\"read\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "casus_articles_failed_total{reason=\"store\"}"))
                    .isZero();
            assertThat(value(metrics, "casus_coding_seconds_count")).isEqualTo(2);
            assertThat(value(metrics, "casus_coding_seconds_bucket{le=\"+Inf\"}"))
                    .isEqualTo(2);
            assertThat(value(metrics, "casus_store_articles")).isEqualTo(1);
            assertThat(value(metrics, "casus_store_events")).isEqualTo(1);
            assertThat(value(metrics, "casus_store_bytes")).isPositive();
            assertThat(value(metrics, "casus_sources")).isZero();
            assertThat(value(metrics, "casus_queue_items")).isZero();
            assertThat(metrics)
                    .contains("jvm_memory_used_bytes{")
                    .contains("jvm_gc_")
                    .contains("casus_build_info{");
            assertThat(
                            value(
                                    metrics,
                                    "casus_http_requests_seconds_count{method=\"GET\",route=\"/api/events/{id}\",status=\"404\"}"))
                    .isEqualTo(30);
            assertThat(value(
                            metrics, "casus_http_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}"))
                    .isEqualTo(30);
            assertThat(value(
                            metrics,
                            "casus_http_requests_seconds_count{method=\"GET\",route=\"/api/events\",status=\"400\"}"))
                    .isEqualTo(1);
            assertThat(metrics).doesNotContain(id).doesNotContain("ffffffff").doesNotContain("page-1");
        }
    }

    /** Whatever is asked, the number of series stays what routes, methods and answers give. */
    @Test
    void noRequestMakesANewSeries() throws IOException {
        try (TestServer server = TestServer.empty()) {
            server.get("/wp-login.php");
            server.raw("BREW /pot HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
            server.get("/metrics");
            Set<String> before = requests(server);
            for (int i = 0; i < 20; i++) {
                server.get("/wp-login.php?" + i);
                server.get("/x" + i + "/%2e%2e/y");
                server.raw("BREW" + i + " /pot HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nConnection: close\r\n\r\n");
            }
            assertThat(requests(server)).isEqualTo(before);
        }
    }

    private static Set<String> requests(TestServer server) {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("casus_http_requests_seconds_count"))
                .map(line -> line.substring(0, line.indexOf('}')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void metricsWantTheTokenAsTheApiDoesAndHealthDoesNot() throws IOException {
        try (TestServer server =
                TestServer.start(ServerOptions.of("127.0.0.1", 0, "correct-horse", null), Limits.usual())) {
            assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            assertThat(TestServer.send(server.request("/metrics")
                                    .header("Authorization", "Bearer correct-horse")
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStoreThatCannotBeWrittenIsNotHealthy() throws IOException {
        try (TestServer server = TestServer.empty()) {
            assertThat(server.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
            server.store.close();
            HttpResponse<String> sick = IntStream.range(0, 40)
                    .mapToObj(turn -> pausedGet(server))
                    .filter(response -> response.statusCode() != 200)
                    .findFirst()
                    .orElseThrow();
            assertThat(sick.statusCode()).isEqualTo(503);
            assertThat(TestServer.parse(sick.body()).get("detail").asText())
                    .startsWith("the store can no longer be written: ");
            assertThat(server.log()).containsOnlyOnce("the store can no longer be written");
        }
    }

    private static HttpResponse<String> pausedGet(TestServer server) {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server.get("/health");
    }

    @Test
    void sourcesTellHowTheyStand() throws IOException {
        try (TestServer server = TestServer.empty()) {
            assertThat(server.json("/api/sources").toString()).isEqualTo("{\"follows\":false,\"sources\":[]}");
            SourceBook book = server.store.sourceBook(Clock.systemUTC());
            book.follow(Source.of("https://example.org/a.xml", SourceKind.FEED, "Given", Duration.ofMinutes(10)));
            book.follow(Source.of("/var/news", SourceKind.FOLDER, null, Duration.ofMinutes(1)));
            JsonNode sources = server.json("/api/sources").get("sources");
            assertThat(List.of(
                            sources.at("/0/address").asText(),
                            sources.at("/0/kind").asText(),
                            sources.at("/1/address").asText(),
                            sources.at("/1/publisher").asText(),
                            sources.at("/1/state").asText()))
                    .containsExactly("/var/news", "folder", "https://example.org/a.xml", "Given", "new");
            assertThat(sources.at("/1/lastFetch").isNull()).isTrue();
            assertThat(book.drop(sources.at("/1/id").asText())).isTrue();
            assertThat(server.json("/api/sources").get("sources")).hasSize(1);
        }
    }
}
