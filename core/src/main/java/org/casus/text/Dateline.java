package org.casus.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of an agency report, "BAKU, Nov 1 (Reuters) —": no part of the first sentence, but it says where the report was
 * written and by whom.
 *
 * @param place the place as written, "BAKU"
 * @param agency the agency in brackets, or null
 * @param end where the dateline ends in the text in which it was found: the first sentence starts here
 */
public record Dateline(String place, @Nullable String agency, int end) {
    private static final int LONGEST = 100;
    private static final Pattern DASH =
            Pattern.compile("(?:(?<=\\))\\s*|\\s)(?:--|[-\\u2013\\u2014])\\s+|(?<=\\)):\\s+");
    private static final Pattern AGENCY = Pattern.compile("\\(([\\p{L}][\\p{L} .&/-]{1,40})\\)$");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8}\\.?|\\p{Lu}\\p{Ll}{2,8}day|\\d{4})(?: \\d{4})?");

    /** Finds a dateline at the very start of a plain text ({@link CleanText}). */
    public static Optional<Dateline> at(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        Matcher dash = DASH.matcher(head);
        if (!dash.find()) {
            return Optional.empty();
        }
        String label = head.substring(0, dash.start()).strip();
        Matcher agency = AGENCY.matcher(label);
        boolean named = agency.find();
        String where = named ? label.substring(0, agency.start()).strip() : label;
        List<String> parts = Stream.of(where.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean place = !parts.isEmpty() && (named ? isName(parts.get(0)) : isCapitals(parts.get(0)));
        if (!place
                || !parts.stream()
                        .skip(1)
                        .allMatch(part -> isName(part) || DATE.matcher(part).matches())) {
            return Optional.empty();
        }
        String name = String.join(
                ", ",
                parts.stream().filter(part -> !DATE.matcher(part).matches()).toList());
        return Optional.of(new Dateline(name, named ? agency.group(1) : null, dash.end()));
    }

    /** One to four words, each with a capital: "Rio de Janeiro" passes by its first and last. */
    private static boolean isName(String part) {
        String[] words = part.split(" ", -1);
        return words.length <= 4
                && Character.isUpperCase(part.charAt(0))
                && Character.isUpperCase(words[words.length - 1].isEmpty() ? ' ' : words[words.length - 1].charAt(0))
                && part.chars().noneMatch(Character::isDigit);
    }

    private static boolean isCapitals(String part) {
        return part.length() > 2 && isName(part) && part.chars().noneMatch(Character::isLowerCase);
    }
}
