package org.casus.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Log log(Log.Form form) {
        return new Log(form, new PrintStream(bytes, true, StandardCharsets.UTF_8), CLOCK);
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void jsonHasItsFieldsInOrder() {
        log(Log.Form.JSON)
                .write(Entry.warn("answers 404")
                        .about("https://example.org/feed.xml")
                        .with("tries", 3)
                        .with("again", true));
        assertThat(lines())
                .containsExactly(
                        "{\"time\":\"2026-01-02T03:04:05.000Z\",\"level\":\"warn\",\"message\":\"answers 404\","
                                + "\"about\":\"https://example.org/feed.xml\",\"tries\":3,\"again\":true}");
    }

    @Test
    void textSaysWhatItIsAbout() {
        log(Log.Form.TEXT)
                .write(Entry.warn("answers 404").about("https://example.org/é").with("tries", 3));
        assertThat(lines()).containsExactly("casus: https://example.org/é: answers 404");
    }

    /** Ends of lines in all their forms, commands for terminals, text that turns its direction, halves of characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\ncasus: all is well",
                "a\r\n{\"level\":\"info\",\"message\":\"all is well\"}",
                "a\u0085b",
                "a\u2028b\u2029c",
                "a\u000Bb\fc",
                "\u001b[2J\u001b]0;title\u0007",
                "a\u202Eb\u2066c",
                "\uD800 alone \uDC00",
                "quote \" and \\ back",
                "nul \u0000"
            })
    void nothingBreaksOrForgesALine(String hostile) throws IOException {
        for (Log.Form form : Log.Form.values()) {
            bytes.reset();
            log(form)
                    .write(Entry.error(hostile)
                            .about(hostile)
                            .with("field", hostile)
                            .because(new IllegalStateException(hostile)));
            String all = bytes.toString(StandardCharsets.UTF_8);
            List<String> lines = List.of(all.split("[\\n\\r\\u0085\\u2028\\u2029\\u000B\\f]"));
            assertThat(lines.stream().filter(line -> !line.startsWith("    "))).hasSize(1);
            assertThat(all.chars().filter(c -> c != '\n' && c != '\t')).noneMatch(Character::isISOControl);
            assertThat(all).doesNotContain("\u202E").doesNotContain("\u2066");
            if (form == Log.Form.JSON) {
                JsonNode entry = JSON.readTree(all);
                assertThat(entry.get("message").asText()).hasSameSizeAs(hostile);
                assertThat(entry.get("stack").asText()).contains("LogTest");
            } else {
                assertThat(lines.get(0)).startsWith("casus: ");
                assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("    "));
            }
        }
    }

    @Test
    void whatIsLongIsCut() throws IOException {
        log(Log.Form.JSON)
                .write(Entry.error("x".repeat(1_000_000)).because(new IllegalStateException("y".repeat(1_000_000))));
        assertThat(bytes.size()).isLessThan(30_000);
        assertThat(JSON.readTree(lines().get(0)).get("message").asText()).endsWith("…");
    }
}
