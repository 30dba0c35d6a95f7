package org.casus.server;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Why a request gets no answer, as RFC 9457 has it.
 *
 * <pre>{@code throw HttpProblem.of(404, "no event has the id \"x\"").exception();}</pre>
 *
 * @param status the status of HTTP
 * @param detail a sentence that says what is wrong and what would be right; never a stack trace
 * @param parameter the parameter that is wrong, or null
 * @param headers what the answer carries beside it, such as {@code Retry-After}
 */
record HttpProblem(int status, String detail, @Nullable String parameter, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** Longer parts of a request are not sent back. */
    private static final int LONGEST_ECHO = 200;

    static HttpProblem of(int status, String detail) {
        return new HttpProblem(status, detail, null, Map.of());
    }

    /** A parameter that cannot be read. */
    static HttpProblem parameter(String name, String detail) {
        return new HttpProblem(400, detail, name, Map.of());
    }

    /** The server has too much to do; the client may come again. */
    static HttpProblem busy(String detail, int retryAfterSeconds) {
        return of(503, detail).with("Retry-After", String.valueOf(retryAfterSeconds));
    }

    HttpProblem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpProblem(status, detail, parameter, Map.copyOf(more));
    }

    HttpProblemException exception() {
        return new HttpProblemException(this);
    }

    /** The problem as JSON. */
    byte[] json(@Nullable String instance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title());
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance == null ? null : clip(instance));
            if (parameter != null) {
                json.writeStringField("parameter", clip(parameter));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String title() {
        String message = HttpStatus.getMessage(status);
        return message.substring(0, 1) + message.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A part of a request as it may be said back: short, on one line. */
    static String clip(String text) {
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || isLoneSurrogate(c) ? '\uFFFD' : c)
                .limit(LONGEST_ECHO)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() < text.length() ? plain + "…" : plain;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
