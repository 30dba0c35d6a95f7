package org.casus.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String NAME = "\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){0,3}";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'-]+(?: \\p{Lu}[\\p{Lu}.'-]+){0,3}";
    private static final String DATE = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?"
            + "(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8}\\.?)(?:,? \\d{4})?";
    private static final String DASH = "\\s*(?:--?|\\u2013|\\u2014)\\s*";
    private static final Pattern WITH_AGENCY = Pattern.compile("^(" + NAME + "(?:, " + NAME + ")?)(?:, " + DATE
            + ")?,? ?\\(([\\p{L}][\\p{L} .&/-]{1,40})\\)(?:" + DASH + "|: )");
    private static final Pattern IN_CAPITALS =
            Pattern.compile("^(" + CAPITALS + ")(?:, " + NAME + ")?(?:, " + DATE + ")?(?:,? " + NAME + ")?" + "\\s+(?:--?|\\u2013|\\u2014)\\s*");

    /** Finds a dateline at the very start of a plain text ({@link CleanText}). */
    public static Optional<Dateline> at(String text) {
        String head = text.substring(0, Math.min(text.length(), 160));
        Matcher agency = WITH_AGENCY.matcher(head);
        if (agency.find()) {
            return Optional.of(new Dateline(agency.group(1), agency.group(2), agency.end()));
        }
        Matcher capitals = IN_CAPITALS.matcher(head);
        return capitals.find()
                ? Optional.of(new Dateline(capitals.group(1), null, capitals.end()))
                : Optional.empty();
    }
}
