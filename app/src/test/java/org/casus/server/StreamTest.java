package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StreamTest {
    private static final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Listener(TestServer server, String query, String header) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /api/stream" + query + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n"
                                    + header + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            next(": casus");
        }

        String next(String start) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start)) {
                    return line.substring(start.length()).strip();
                }
            }
            throw new IOException("the stream ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    @Timeout(120)
    void tellsWhatIsKeptAndGoesOnAfterABreak() throws IOException {
        try (TestServer server = TestServer.empty()) {
            String id;
            try (Listener all = new Listener(server, "", "");
                    Listener aid = new Listener(server, "?type=AID", "")) {
                server.post("/api/articles?keep=true", "text/plain", "Spain praised Peru on Friday.");
                server.post("/api/articles?keep=true", "text/plain", "Japan sent food to Chad on Friday.");
                assertThat(all.next("event:")).isEqualTo("event");
                id = all.next("id:");
                assertThat(TestServer.parse(all.next("data:")).get("type").asText())
                        .isEqualTo("SUPPORT");
                assertThat(TestServer.parse(all.next("data:")).get("type").asText())
                        .isEqualTo("AID");
                assertThat(TestServer.parse(aid.next("data:")).get("type").asText())
                        .isEqualTo("AID");
            }
            try (Listener again = new Listener(server, "", "Last-Event-ID: " + id + "\r\n")) {
                assertThat(TestServer.parse(again.next("data:")).get("type").asText())
                        .isEqualTo("AID");
            }
            assertThat(server.raw("GET /api/stream HTTP/1.1\r\nHost: localhost:" + server.port()
                            + "\r\nLast-Event-ID: <script>\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    @Timeout(120)
    void boundsHowManyListen() throws IOException {
        Limits usual = Limits.usual();
        Limits few = new Limits(
                usual.body(),
                usual.bodies(),
                usual.connections(),
                usual.threads(),
                usual.queries(),
                usual.waitingQueries(),
                usual.query(),
                usual.codings(),
                Duration.ofSeconds(1),
                1,
                3,
                usual.idle(),
                usual.slowest(),
                usual.header(),
                usual.cache());
        try (TestServer server = TestServer.start(ServerOptions.of("127.0.0.1", 0, null, null), few)) {
            List<Listener> listeners = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                listeners.add(new Listener(server, "", ""));
            }
            var refused = server.get("/api/stream");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            for (Listener listener : listeners) {
                listener.close();
            }
        }
    }
}
