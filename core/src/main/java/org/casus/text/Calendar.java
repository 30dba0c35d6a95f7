package org.casus.text;

import java.util.Set;

/** The names of days and months, which stand among nouns and name no one. */
public final class Calendar {
    private static final Set<String> NAMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "today",
            "yesterday",
            "tomorrow");

    private Calendar() {}

    /** True for a day, a month, "today" and its neighbours; the word in lower case. */
    public static boolean isDayOrMonth(String word) {
        return NAMES.contains(word);
    }
}
