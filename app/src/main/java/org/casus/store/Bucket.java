package org.casus.store;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The steps of a series in time. */
public enum Bucket {
    DAY(3),
    WEEK(3),
    MONTH(2),
    YEAR(1);

    private final int exactness;

    Bucket(int exactness) {
        this.exactness = exactness;
    }

    /** How exact a date must be to fall into one step. */
    int exactness() {
        return exactness;
    }

    /** The first day of a day's step. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** How many steps lie between the steps of two days. */
    public long between(LocalDate first, LocalDate last) {
        return unit().between(start(first), start(last));
    }

    /** The start of the step that lies {@code steps} behind that of a day. */
    public LocalDate plus(LocalDate day, long steps) {
        return start(day).plus(steps, unit());
    }

    private ChronoUnit unit() {
        return switch (this) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    /** ISO 8601: 2023-11-01, 2023-W44, 2023-11, 2023. */
    public String label(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> day.toString().substring(0, 4);
        };
    }

    /** The step that cuts a time into some dozens to some hundreds. */
    public static Bucket fitting(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days <= 120 ? DAY : days <= 900 ? WEEK : days <= 365 * 30 ? MONTH : YEAR;
    }

    /** The database's word. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
