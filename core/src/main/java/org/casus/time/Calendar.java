package org.casus.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** The days around a day of publication, as reporters name them. */
record Calendar(LocalDate published) {
    private static final int SOON = 45;

    /** The last such day of the week, today included. */
    LocalDate past(DayOfWeek day) {
        return published.with(TemporalAdjusters.previousOrSame(day));
    }

    /** The next such day of the week; a story of Tuesday that says "on Tuesday" of what is to come means its own day. */
    LocalDate ahead(DayOfWeek day) {
        return published.with(TemporalAdjusters.nextOrSame(day));
    }

    /** The day of such a week, Monday to Sunday, which lies so many weeks off. */
    LocalDate inWeek(int weeks, DayOfWeek day) {
        return published
                .plusWeeks(weeks)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(TemporalAdjusters.nextOrSame(day));
    }

    /** The last such month, the present one included. */
    YearMonth past(Month month) {
        int year = published.getYear() - (month.compareTo(published.getMonth()) > 0 ? 1 : 0);
        return YearMonth.of(year, month);
    }

    /** The next such month, the present one included. */
    YearMonth ahead(Month month) {
        int year = published.getYear() + (month.compareTo(published.getMonth()) < 0 ? 1 : 0);
        return YearMonth.of(year, month);
    }

    /** The last such day of the year, unless the next is much nearer: in December "27 December" is no day of last year. */
    LocalDate past(Month month, int day) {
        LocalDate here = LocalDate.of(published.getYear(), month, day);
        if (here.isAfter(published.plusDays(SOON))) {
            return here.minusYears(1);
        }
        return here.isBefore(published.minusDays(365 - SOON)) ? here.plusYears(1) : here;
    }

    /** The next such day of the year, or the last if it was within the month. */
    LocalDate ahead(Month month, int day) {
        LocalDate here = LocalDate.of(published.getYear(), month, day);
        return here.isBefore(published.minusDays(31)) ? here.plusYears(1) : here;
    }

    /** Easter Sunday of a year (the anonymous Gregorian method; Meeus, "Astronomical Algorithms", chapter 8). */
    LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
