package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlowClientsTest {
    @Test
    @Timeout(180)
    void threeHundredThatSendHalfARequestHoldNobodyUp() throws IOException {
        try (TestServer server = TestServer.start()) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 300; i++) {
                    slow.add(half(server, i));
                }
                server.get("/health");
                long start = System.nanoTime();
                for (int i = 0; i < 50; i++) {
                    assertThat(server.get("/api/events?limit=" + (i + 1)).statusCode())
                            .isEqualTo(200);
                }
                assertThat(server.post("/api/articles", "text/plain", "France condemned Iran on Monday.")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    /** A third stops in the head, a third in a body, a third asks much and takes nothing. */
    private static Socket half(TestServer server, int number) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        String host = " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n";
        String sent =
                switch (number % 3) {
                    case 0 -> "GET /api/events" + host + "X-Half: ";
                    case 1 ->
                        "POST /api/articles" + host
                                + "Content-Type: text/plain\r\nContent-Length: 100000\r\n\r\nFrance condem";
                    default -> ("GET /lib/swagger-ui-bundle.js" + host + "\r\n").repeat(4);
                };
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    @Timeout(120)
    void thoseWhoDripAreLetGo() throws IOException, InterruptedException {
        Limits usual = Limits.usual();
        Limits strict = new Limits(
                usual.body(),
                usual.bodies(),
                usual.connections(),
                usual.threads(),
                usual.queries(),
                usual.waitingQueries(),
                usual.query(),
                usual.codings(),
                usual.codingWait(),
                usual.exports(),
                usual.streams(),
                usual.idle(),
                usual.slowest(),
                Duration.ofSeconds(2),
                usual.cache());
        try (TestServer server = TestServer.start(ServerOptions.of("127.0.0.1", 0, null, null), strict);
                Socket dripping = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            dripping.setSoTimeout(60_000);
            byte[] head = ("GET /api/events HTTP/1.1\r\nHost: localhost\r\nX-Drip: " + "a".repeat(200))
                    .getBytes(StandardCharsets.UTF_8);
            long start = System.nanoTime();
            boolean open = true;
            for (int i = 0; i < head.length && open; i++) {
                try {
                    dripping.getOutputStream().write(head[i]);
                    Thread.sleep(300);
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(open)
                    .as("still open after " + (System.nanoTime() - start) / 1_000_000 + " ms")
                    .isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }
}
