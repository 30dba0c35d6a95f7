package org.casus.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day, or only a month or a year where the text gives no more.
 *
 * <pre>{@code
 * PartialDate.of(YearMonth.of(2023, 9)).toString(); // "2023-09"
 * }</pre>
 *
 * @param month 1 to 12; 0 where only the year is known
 * @param day 1 to 31; 0 where only the month or year is known
 */
public record PartialDate(int year, int month, int day) {
    public PartialDate {
        if (day != 0) {
            LocalDate.of(year, month, day);
        } else if (month != 0) {
            YearMonth.of(year, month);
        } else {
            Year.of(year);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), 0);
    }

    public static PartialDate of(Year year) {
        return new PartialDate(year.getValue(), 0, 0);
    }

    /** The day, month or year that holds all days from one to another; null where not even one year does. */
    public static @Nullable PartialDate spanning(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return of(first);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return of(YearMonth.from(first));
        }
        return first.getYear() == last.getYear() ? of(Year.from(first)) : null;
    }

    public boolean isDay() {
        return day != 0;
    }

    /** The first day it may mean. */
    public LocalDate first() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The last day it may mean. */
    public LocalDate last() {
        if (day != 0) {
            return first();
        }
        return month != 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** ISO 8601, as exact as the date is: "2023-11-01", "2023-09", "2014". */
    @Override
    public String toString() {
        if (day != 0) {
            return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        }
        return month != 0
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d", year);
    }
}
