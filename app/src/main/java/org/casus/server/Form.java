package org.casus.server;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How the text of a parameter is read, and how that is told to people and in the description of the API.
 *
 * @param allowed what may be written, in words: {@code a day YYYY-MM-DD}
 * @param schema the same as JSON Schema
 * @param reader from text to value; throws {@link Wrong} with the part that it cannot read
 */
record Form<T>(String allowed, Schema schema, Function<String, T> reader) {
    /** More than this many alternatives in one parameter are an attack or a mistake. */
    private static final int MOST_PARTS = 100;

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,12})?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** A text that a form cannot read; the message is the part of it that is wrong. */
    static final class Wrong extends IllegalArgumentException {
        Wrong(String part) {
            super(part);
        }
    }

    T read(String text) {
        return reader.apply(text);
    }

    /** Any text of so many characters. */
    static Form<String> text(int shortest, int longest) {
        return new Form<>(
                shortest + " to " + longest + " characters",
                Schema.text().with("minLength", shortest).with("maxLength", longest),
                text -> {
                    int length = text.codePointCount(0, text.length());
                    if (length < shortest || length > longest) {
                        throw new Wrong(text);
                    }
                    return text;
                });
    }

    /** Text of a pattern. */
    static Form<String> pattern(String allowed, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Form<>(allowed, Schema.text().with("pattern", "^" + regex + "$"), text -> {
            if (!pattern.matcher(text).matches()) {
                throw new Wrong(text);
            }
            return text;
        });
    }

    static Form<Integer> whole(int least, int most) {
        return new Form<>(
                "a whole number from " + least + " to " + most,
                Schema.whole().with("minimum", least).with("maximum", most),
                text -> {
                    if (!WHOLE.matcher(text).matches()
                            || Integer.parseInt(text) < least
                            || Integer.parseInt(text) > most) {
                        throw new Wrong(text);
                    }
                    return Integer.valueOf(text);
                });
    }

    static Form<Double> decimal(double least, double most) {
        return new Form<>(
                "a number from " + least + " to " + most,
                Schema.number().with("minimum", least).with("maximum", most),
                text -> {
                    if (!DECIMAL.matcher(text).matches()) {
                        throw new Wrong(text);
                    }
                    double value = Double.parseDouble(text);
                    if (value < least || value > most) {
                        throw new Wrong(text);
                    }
                    return value;
                });
    }

    static Form<Boolean> truth() {
        return new Form<>("true or false", Schema.truth(), text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Wrong(text);
        });
    }

    static Form<LocalDate> day() {
        return new Form<>("a day YYYY-MM-DD", Schema.text().with("format", "date"), text -> {
            try {
                LocalDate day = LocalDate.parse(text, DAY);
                if (day.getYear() < 1 || day.getYear() > 9999) {
                    throw new Wrong(text);
                }
                return day;
            } catch (java.time.DateTimeException e) {
                throw new Wrong(text);
            }
        });
    }

    /** One of some values, by their names. */
    static <T> Form<T> choice(Iterable<T> values, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.put(name.apply(value), value));
        return new Form<>(
                "one of " + String.join(", ", byName.keySet()),
                Schema.text().with("enum", List.copyOf(byName.keySet())),
                text -> {
                    T value = byName.get(text);
                    if (value == null) {
                        throw new Wrong(text);
                    }
                    return value;
                });
    }

    /** The same, where a value has a second name that is read too but not told first. */
    Form<T> or(Map<String, T> others, String told) {
        List<Object> names = new ArrayList<>((List<?>) schema.node().getOrDefault("enum", List.of()));
        names.addAll(others.keySet());
        return new Form<>(allowed + " (or " + told + ")", schema.with("enum", names), text -> {
            T other = others.get(text);
            return other == null ? reader.apply(text) : other;
        });
    }

    /** Several of them with a separator, each once, in the order given. */
    Form<Set<T>> several(String separator) {
        String part = allowed.startsWith("one of ") ? "some of " + allowed.substring("one of ".length()) : allowed;
        return new Form<>(
                part + "; several with " + separator,
                Schema.text().with("x-separator", separator).with("x-items", schema.node()),
                text -> {
                    String[] parts = text.split(Pattern.quote(separator), -1);
                    if (parts.length > MOST_PARTS) {
                        throw new Wrong("more than " + MOST_PARTS + " values");
                    }
                    Set<T> values = new LinkedHashSet<>();
                    for (String one : parts) {
                        values.add(reader.apply(one.strip()));
                    }
                    return values;
                });
    }

    /** Exactly so many of them with commas. */
    Form<List<T>> exactly(int count, String told) {
        return new Form<>(told, Schema.text(), text -> {
            String[] parts = text.split(",", -1);
            if (parts.length != count) {
                throw new Wrong(text);
            }
            List<T> values = new ArrayList<>();
            for (String part : parts) {
                values.add(reader.apply(part.strip()));
            }
            return values;
        });
    }
}
