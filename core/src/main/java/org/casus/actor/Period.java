package org.casus.actor;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * From a day to a day, both included; null leaves a side open.
 *
 * <pre>{@code Period.parse("2003-10-31", "").contains(LocalDate.of(2023, 11, 1))  // true}</pre>
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Dates as YYYY, YYYY-MM or YYYY-MM-DD, empty for open. A year or month counts whole. */
    public static Period parse(String from, String to) {
        return new Period(first(from), last(to));
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public boolean isOver(LocalDate day) {
        return to != null && day.isAfter(to);
    }

    private static @Nullable LocalDate first(String date) {
        return switch (date.length()) {
            case 0 -> null;
            case 4 -> Year.parse(date).atDay(1);
            case 7 -> YearMonth.parse(date).atDay(1);
            case 10 -> LocalDate.parse(date);
            default -> throw new DateTimeParseException("not YYYY, YYYY-MM or YYYY-MM-DD", date, 0);
        };
    }

    private static @Nullable LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> first(date);
        };
    }
}
