package org.casus.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Articles from JSON lines with the fields that {@code casus page} writes; only {@code text} is needed. A bad line is named, the rest goes on. */
final class JsonLinesReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLinesReader() {}

    static void read(@Nullable String file, String name, BufferedReader lines, int longest, ArticleSink sink)
            throws IOException {
        int number = 0;
        boolean any = false;
        for (String line = LongLines.next(lines, longest); line != null; line = LongLines.next(lines, longest)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            any = true;
            try {
                sink.article(article(file, line, longest));
            } catch (UnreadableException e) {
                sink.problem(new Problem(name + ", line " + number, e.getMessage()));
            }
        }
        if (!any) {
            sink.problem(new Problem(name, "is empty"));
        }
    }

    private static Article article(@Nullable String file, String line, int longest) throws UnreadableException {
        if (line.length() >= longest) {
            throw new UnreadableException(
                    "is longer than " + longest / 1_000_000 + " million characters, more than one article may have");
        }
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("is no JSON (" + e.getOriginalMessage() + ")");
        }
        return new Fields(
                        text(node, "file"),
                        text(node, "url"),
                        text(node, "title"),
                        text(node, "publisher"),
                        text(node, "published"),
                        text(node, "language"),
                        text(node, "text"))
                .article(file);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
