package org.casus.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, all read: what is unknown, given twice or malformed has become a problem by then. An empty value
 * counts as not given.
 */
final class Query {
    private final Map<String, String> texts;
    private final Map<String, Object> values;

    private Query(Map<String, String> texts, Map<String, Object> values) {
        this.texts = texts;
        this.values = values;
    }

    /**
     * Reads a query and the parameters in the path.
     *
     * @param query as sent, without the question mark, or null
     */
    static Query of(@Nullable String query, Map<String, String> path, List<Parameter<?>> parameters) {
        Map<String, String> texts = new TreeMap<>(query == null || query.isEmpty() ? Map.of() : parse(query));
        for (String name : texts.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name) && p.in() == Parameter.In.QUERY)) {
                throw HttpProblem.parameter(
                                name, "unknown parameter \"" + HttpProblem.clip(name) + "\"; " + told(parameters))
                        .exception();
            }
        }
        texts.values().removeIf(String::isEmpty);
        texts.putAll(path);
        Map<String, Object> values = new HashMap<>();
        for (Parameter<?> parameter : parameters) {
            String text = texts.get(parameter.name());
            Object value = text == null ? parameter.fallback() : parameter.read(text);
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return new Query(texts, values);
    }

    private static String told(List<Parameter<?>> parameters) {
        String known = parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "there is none here" : "one of " + known;
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> texts = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (texts.put(name, value) != null) {
                throw HttpProblem.parameter(
                                name,
                                "\"" + HttpProblem.clip(name) + "\" is given twice; several values go with a comma")
                        .exception();
            }
        }
        return texts;
    }

    /** Percent signs and plus as in forms; UTF-8 only, without control characters. */
    static String decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw HttpProblem.of(400, "a percent sign in the address needs two hexadecimal digits after it")
                            .exception();
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else if (c == '+') {
                bytes.put((byte) ' ');
            } else {
                bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.flip())
                    .toString();
            if (decoded.codePoints().anyMatch(Character::isISOControl)) {
                throw HttpProblem.of(400, "control characters have no place in the address")
                        .exception();
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw HttpProblem.of(400, "the address is not in UTF-8").exception();
        }
    }

    /** The value of a parameter, its fallback when it was not given, or null. */
    @SuppressWarnings("unchecked")
    <T> @Nullable T find(Parameter<T> parameter) {
        return (T) values.get(parameter.name());
    }

    /** The value of a parameter that has a fallback or stands in the path. */
    <T> T get(Parameter<T> parameter) {
        T value = find(parameter);
        if (value == null) {
            throw HttpProblem.parameter(
                            parameter.name(),
                            "\"" + parameter.name() + "\" is missing; "
                                    + parameter.form().allowed())
                    .exception();
        }
        return value;
    }

    /** The same text for the same question: parameters in the order of their names. */
    String canonical() {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey().length() + ":" + entry.getKey()
                        + entry.getValue().length() + ":" + entry.getValue())
                .collect(Collectors.joining());
    }
}
