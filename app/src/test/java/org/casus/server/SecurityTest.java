package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/summary", "/nosuch", "/api/events?x=1", "/health", "/lib/swagger-ui.css", "/%00"})
    void everyAnswerHasTheHeaders(String path) throws IOException {
        String answer = server.raw(
                "GET " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .contains(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "Permissions-Policy: ",
                        "frame-ancestors 'none'")
                .doesNotContainIgnoringCase("\nServer:", "jetty", "javalin", "\tat ");
        if (path.startsWith("/api")) {
            assertThat(answer).contains("Cache-Control: no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, 200",
        "127.0.0.1:PORT, 200",
        "[::1]:PORT, 200",
        "LOCALHOST:PORT, 200",
        "localhost, 421",
        "localhost:1, 421",
        "evil.example, 421",
        "evil.example:PORT, 421",
        "localhost.evil.example:PORT, 421",
        "127.0.0.1.nip.io:PORT, 421",
        "user@localhost:PORT, 400",
        "localhost:PORT:PORT, 400",
    })
    void isKnownByItsOwnNameOnly(String host, int status) throws IOException {
        String answer = server.raw("GET /api/summary HTTP/1.1\r\nHost: " + host.replace("PORT", "" + server.port())
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://localhost:PORT, 200",
        "Origin, http://evil.example, 403",
        "Origin, http://localhost:1, 403",
        "Origin, null, 403",
        "Origin, http://localhost:PORT.evil.example, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
    })
    void pagesOfOtherSitesSendNothing(String header, String value, int status) throws IOException {
        String text = "France condemned Iran.";
        String answer = server.raw("POST /api/articles HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + header
                + ": " + value.replace("PORT", "" + server.port()) + "\r\nContent-Type: text/plain\r\nContent-Length: "
                + text.length() + "\r\nConnection: close\r\n\r\n" + text);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void wantsTheToken() throws IOException {
        try (TestServer own =
                TestServer.start(ServerOptions.of("127.0.0.1", 0, "correct-horse", null), Limits.usual())) {
            assertThat(own.get("/").statusCode()).isEqualTo(200);
            assertThat(own.get("/health").statusCode()).isEqualTo(200);
            HttpResponse<String> without = own.get("/api/summary");
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"casus\"");
            for (String path :
                    List.of("/api", "/api/", "/api/openapi.json", "/api/stream", "/api/nosuch", "/api//summary")) {
                assertThat(own.get(path).statusCode()).as(path).isIn(400, 401);
            }
            for (String wrong : List.of(
                    "Bearer wrong", "Bearer", "Basic correct-horse", "correct-horse", "Bearer correct-horse2")) {
                assertThat(TestServer.send(own.request("/api/summary")
                                        .header("Authorization", wrong)
                                        .build())
                                .statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(TestServer.send(own.request("/api/summary")
                                    .header("Authorization", "Bearer correct-horse")
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void othersNeedAToken() {
        assertThatThrownBy(() -> ServerOptions.of("0.0.0.0", 0, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--token");
        assertThatThrownBy(() -> ServerOptions.of("127.0.0.1", 0, "short", null))
                .hasMessageContaining("at least 8");
        assertThat(ServerOptions.of("0.0.0.0", 0, "long-enough", null).rate()).isEqualTo(50);
        assertThat(ServerOptions.of("127.0.0.1", 0, null, null).rate()).isZero();
    }

    @Test
    void holdsTheRate() throws IOException {
        try (TestServer own = TestServer.start(ServerOptions.of("127.0.0.1", 0, null, 5), Limits.usual())) {
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                HttpResponse<String> response = own.get("/health");
                if (response.statusCode() == 429) {
                    refused++;
                    assertThat(response.headers().firstValue("Retry-After")).contains("1");
                    assertThat(response.body()).contains("more than 5 requests a second");
                }
            }
            assertThat(refused).isGreaterThan(10);
        }
    }

    @Test
    void bucketsFillAgain() {
        long[] now = {0};
        RateLimit limit = new RateLimit(2, () -> now[0]);
        for (int i = 0; i < 4; i++) {
            assertThat(limit.allows("a")).isTrue();
        }
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
        now[0] += 500_000_000L;
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
    }

    @Test
    void aTakenPortIsOneSentence() {
        assertThatThrownBy(() ->
                        TestServer.start(ServerOptions.of("127.0.0.1", server.port(), null, null), Limits.usual()))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + server.port() + " is taken; stop what uses it, or choose another with --port");
    }

    @Test
    void largeBodiesAreRefusedWhileTheyCome() throws IOException {
        // refused by what the head declares, before any of the body comes
        String declared = server.raw("POST /api/articles HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nContent-Type: text/plain\r\nContent-Length: 2000001\r\n\r\n");
        assertThat(declared).startsWith("HTTP/1.1 413 ");
        StringBuilder chunks = new StringBuilder();
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        for (int i = 0; i < 40; i++) {
            chunks.append(chunk);
        }
        String answer = server.raw("POST /api/articles HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
    }
}
