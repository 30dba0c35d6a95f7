package org.casus.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes entries to a stream, each as one line. Nothing inside an entry ends a line or begins one: control characters, and what else
 * moves the text of a terminal, are written as {@code \}{@code u000a}. All threads may use it.
 *
 * <pre>{@code
 * {"time":"2026-01-02T03:04:05.678Z","level":"warn","message":"answers 404","about":"https://example.org/feed.xml"}
 * casus: https://example.org/feed.xml: answers 404
 * }</pre>
 */
public final class Log {
    /** For whom lines are. */
    public enum Form {
        /** For people: the message; a fault's stack stands in indented lines below it. */
        TEXT,
        /** For machines: an object of JSON a line. */
        JSON
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_STACK = 20_000;

    private final Form form;
    private final PrintStream out;
    private final Clock clock;
    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public Log(Form form, PrintStream out, Clock clock) {
        this.form = form;
        this.out = out;
        this.clock = clock;
    }

    /** For people, on a stream. */
    public static Log text(PrintStream out) {
        return new Log(Form.TEXT, out, Clock.systemUTC());
    }

    public Form form() {
        return form;
    }

    public void write(Entry entry) {
        String line = form == Form.JSON ? json(entry) : text(entry);
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private static String text(Entry entry) {
        String about = entry.about() == null ? "" : escaped(clip(entry.about(), LONGEST_VALUE)) + ": ";
        String line = "casus: " + about + escaped(clip(entry.message(), LONGEST_VALUE));
        if (entry.cause() == null) {
            return line;
        }
        return line + "\n"
                + stack(entry.cause())
                        .lines()
                        .map(frame -> "    " + escaped(frame))
                        .collect(Collectors.joining("\n"));
    }

    private String json(Entry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator object = json.createGenerator(line)) {
            object.writeStartObject();
            object.writeStringField("time", TIME.format(clock.instant()));
            object.writeStringField("level", entry.level().name().toLowerCase(Locale.ROOT));
            object.writeStringField("message", clip(entry.message(), LONGEST_VALUE));
            if (entry.about() != null) {
                object.writeStringField("about", clip(entry.about(), LONGEST_VALUE));
            }
            for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
                write(object, field.getKey(), field.getValue());
            }
            if (entry.cause() != null) {
                object.writeStringField("stack", stack(entry.cause()));
            }
            object.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator object, String name, Object value) throws IOException {
        if (value instanceof Integer || value instanceof Long) {
            object.writeNumberField(name, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            object.writeNumberField(name, number.doubleValue());
        } else if (value instanceof Boolean truth) {
            object.writeBooleanField(name, truth);
        } else {
            object.writeStringField(name, clip(String.valueOf(value), LONGEST_VALUE));
        }
    }

    private static String stack(Throwable cause) {
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack, true));
        return clip(stack.toString().strip(), LONGEST_STACK);
    }

    private static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point != '\t' && isUnsafe(point)) {
                plain.append(String.format("\\u%04x", point));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isUnsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
