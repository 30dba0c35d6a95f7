package org.casus.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a day in what pages write as dates: "2023-11-01T10:00:00Z", "20231101", "1 November 2023", "Nov. 1, 2023". */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i)(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -]" + MONTH + ",?[ -]((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern EUROPEAN =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern IN_URL = Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?=[/-]|$)");

    private Dates() {}

    /** The first day that a text names; empty when there is none or it is no real day. */
    static Optional<LocalDate> in(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return find(ISO, text, 1, 2, 3)
                .or(() -> find(COMPACT, text, 1, 2, 3))
                .or(() -> find(DAY_FIRST, text, 3, 2, 1))
                .or(() -> find(MONTH_FIRST, text, 3, 1, 2))
                .or(() -> find(EUROPEAN, text, 3, 2, 1));
    }

    /** The day in the path of an address: {@code /2018/04/05/}. */
    static Optional<LocalDate> inUrl(@Nullable String url) {
        return url == null ? Optional.empty() : find(IN_URL, url, 1, 2, 3);
    }

    private static Optional<LocalDate> find(Pattern pattern, String text, int year, int month, int day) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> day(found.group(year), found.group(month), found.group(day)).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
