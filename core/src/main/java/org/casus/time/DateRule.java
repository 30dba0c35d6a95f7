package org.casus.time;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form of date expression: how it is written and what it means. */
record DateRule(Pattern pattern, Reading reading) {

    /** What a match means; null where it is none after all ("30 February"). */
    interface Reading {
        @Nullable
        Meaning of(Matcher match, Calendar calendar);
    }

    /** As {@link TimeExpression} has them. */
    record Meaning(@Nullable PartialDate date, @Nullable PartialDate ahead, boolean past) {

        /** The same whether past or to come. */
        static Meaning fixed(@Nullable PartialDate date) {
            return new Meaning(date, date, false);
        }
    }

    private static final String WEEKDAY =
            "(?<weekday>Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day|(?=\\.|,))\\.?";
    private static final String NAMED_DAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?";
    private static final String MONTH =
            "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DAY =
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?<range> ?[-–/] ?\\d{1,2}(?:st|nd|rd|th)?| (?:and|to) \\d{1,2}(?:st|nd|rd|th)?)?";
    private static final String YEAR = "(?<year>(?:1[5-9]|20)\\d\\d)";
    private static final String COUNT =
            "(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\\d{1,3})";
    private static final String TIME_OF_DAY = "(?:,? (?:morning|afternoon|evening|night|lunchtime|noon|midday))?";

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            entry("a", 1),
            entry("an", 1),
            entry("one", 1),
            entry("two", 2),
            entry("three", 3),
            entry("four", 4),
            entry("five", 5),
            entry("six", 6),
            entry("seven", 7),
            entry("eight", 8),
            entry("nine", 9),
            entry("ten", 10),
            entry("eleven", 11),
            entry("twelve", 12),
            entry("fifteen", 15),
            entry("twenty", 20),
            entry("thirty", 30),
            entry("forty", 40),
            entry("fifty", 50));

    /** After these "May" may well be a person. */
    private static final Set<String> NAMES_PEOPLE = Set.of("for", "by", "of", "after", "before", "through");

    private static final Map<String, MonthDay> HOLIDAYS = Map.of(
            "christmas eve", MonthDay.of(12, 24),
            "christmas day", MonthDay.of(12, 25),
            "christmas", MonthDay.of(12, 25),
            "boxing day", MonthDay.of(12, 26),
            "new year's eve", MonthDay.of(12, 31),
            "new year's day", MonthDay.of(1, 1),
            "valentine's day", MonthDay.of(2, 14),
            "may day", MonthDay.of(5, 1),
            "bastille day", MonthDay.of(7, 14),
            "halloween", MonthDay.of(10, 31));

    static final List<DateRule> ALL = List.of(
            rule(
                    "\\b(?<holiday>Christmas Eve|Christmas Day|Boxing Day|New Year's Eve|New Year's Day|Valentine's Day|May Day|Bastille Day"
                            + "|Halloween|Easter Sunday|Easter Monday|Good Friday|Palm Sunday|(?<=(?:at|on|over|before|after) )(?:Easter|Christmas))(?:,? "
                            + YEAR + ")?\\b",
                    DateRule::holiday),
            rule(
                    "\\b(?i:from|between) " + MONTH + " " + DAY
                            + " (?:to|and|until) \\w+\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? " + YEAR + ")?\\b",
                    (match, calendar) -> overDays(match, calendar, number(match, "day"))),
            rule("\\b(?<year>\\d{4})-(?<number>\\d\\d)-(?<day>\\d\\d)\\b", DateRule::isoDay),
            rule(
                    "\\b" + NAMED_DAY + MONTH + " " + DAY + "(?:,? " + YEAR + ")?(?![\\d,.]*\\d)\\b",
                    DateRule::dayOfMonth),
            rule("\\b" + NAMED_DAY + DAY + "(?: of)? " + MONTH + "(?:,? " + YEAR + ")?\\b", DateRule::dayOfMonth),
            rule("\\b(?:early |mid-? ?|late )?" + MONTH + ",?(?: of)? " + YEAR + "\\b", DateRule::monthOfYear),
            rule(
                    "\\b(?:early |mid-? ?|late )?" + MONTH + "(?: of)? (?<which>this|last|next) year\\b",
                    DateRule::monthOfNearYear),
            rule(
                    "\\b(?<which>last|this|next|previous|early|late|mid-?|in|since|of|by|until|till|during|through|for|after|before) ?(?:early |mid-? ?|late )?"
                            + MONTH + "\\b(?! ?\\d)",
                    DateRule::monthAlone),
            rule(
                    "\\b(?:(?<which>last|next|this|this past|previous) )?" + WEEKDAY
                            + "(?:(?: of)? (?<week>last|next|this) week)?" + TIME_OF_DAY + "\\b",
                    DateRule::weekday),
            rule(
                    "\\b(?i:(?:earlier |later |late |early )?(?<word>today|yesterday|tomorrow|tonight|overnight)"
                            + TIME_OF_DAY
                            + "|(?<before>the day before yesterday)|(?<after>the day after tomorrow)|(?<last>last night)"
                            + "|(?<this>(?:earlier |later )?this (?:morning|afternoon|evening)))\\b",
                    DateRule::nearDay),
            rule(
                    "\\b(?i:(?:about |around |some |nearly |almost |over |more than |just )?" + COUNT
                            + "(?: and a half)? (?<unit>day|week|month|year|decade|century|centurie)s? (?:ago|back))\\b",
                    DateRule::ago),
            rule(
                    "\\b(?i:(?:many|several|some|a few|a couple of|a number of|dozens of|hundreds of)? ?(?<unit>days|weeks|months|years|decades|centuries) ago|long ago|centuries-old)\\b",
                    DateRule::longAgo),
            rule(
                    "\\b(?i:in|within) " + COUNT
                            + " (?<unit>day|week|month|year)s?(?:'|’)?(?: time)?\\b(?! (?:ago|earlier|of))",
                    DateRule::toCome),
            rule(
                    "\\b(?i:(?<part>early|earlier|late|later|in|during)? ?(?<which>this|last|next|the previous|the coming|the past) (?<unit>week|weekend|month|year|decade|century))\\b",
                    DateRule::nearUnit),
            rule("\\b(?i:(?:at|over|during) the (?:long )?weekend)\\b", DateRule::weekend),
            rule(
                    "\\b(?i:the (?:start|beginning|middle|end) of (?<which>the|this|last|next) (?<unit>week|month|year))\\b",
                    DateRule::nearUnit),
            rule(
                    "\\b(?i:(?<which>this|last|next)(?: year's)? (?<season>spring|summer|autumn|fall|winter))\\b",
                    DateRule::season),
            rule(
                    "\\b(?i:(?:spring|summer|autumn|fall|winter|end|beginning|start|middle|course)) (?:of )?" + YEAR
                            + "\\b",
                    DateRule::yearAlone),
            rule(
                    "\\b(?i:in|since|from|until|till|during|of|by|to|through|after|before|for|early|late|mid-?|back in|the(?= \\d{4} [a-z])|and|between) ?"
                            + YEAR
                            + "(?!-\\d|[\\d,.]*\\d)(?:-\\d\\d(?:\\d\\d)?)?\\b(?! ?(?:[a-z]+ )?(?:people|troops|soldiers|dollars|men|women|tons|tonnes|km|miles|metres|meters|euros|pounds|police|refugees|workers|protesters|civilians|members|homes|houses|others|votes|seats))",
                    DateRule::yearAlone),
            rule(
                    "\\b(?i:the )?(?i:early |late |mid-? ?)?" + "(?<decade>(?:1[6-9]|20)\\d)0(?:'|’)?s\\b",
                    DateRule::decade),
            rule(
                    "\\b(?i:in|over|during|for) the (?i:past|last) (?:few |several |couple of )?(?:[a-z]+ |\\d+ )?(?:days|weeks|months|years|decades)\\b",
                    (match, calendar) -> new Meaning(null, null, false)),
            rule(
                    "\\b(?i:formerly|previously|historically|in the past|last century|the same year|that year|on that occasion|in those (?:days|years)|for (?:many |several |some )?(?:years|decades))\\b(?! (?:to come|in prison|ahead))",
                    (match, calendar) -> new Meaning(null, null, true)));

    private static DateRule rule(String regex, Reading reading) {
        return new DateRule(Pattern.compile(regex), (match, calendar) -> {
            try {
                return reading.of(match, calendar);
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        });
    }

    private static Meaning isoDay(Matcher match, Calendar calendar) {
        return Meaning.fixed(new PartialDate(number(match, "year"), number(match, "number"), number(match, "day")));
    }

    private static Meaning dayOfMonth(Matcher match, Calendar calendar) {
        int day = number(match, "day");
        if (match.group("range") != null) {
            return overDays(match, calendar, day);
        }
        if (match.group("year") != null) {
            return Meaning.fixed(
                    new PartialDate(number(match, "year"), month(match).getValue(), day));
        }
        return new Meaning(
                PartialDate.of(calendar.past(month(match), day)),
                PartialDate.of(calendar.ahead(month(match), day)),
                false);
    }

    /** "between 4 and 6 May": the month, since the text tells no one day. */
    private static Meaning overDays(Matcher match, Calendar calendar, int day) {
        Month month = month(match);
        return match.group("year") != null
                ? Meaning.fixed(PartialDate.of(YearMonth.of(number(match, "year"), month)))
                : new Meaning(
                        PartialDate.of(YearMonth.from(calendar.past(month, day))),
                        PartialDate.of(YearMonth.from(calendar.ahead(month, day))),
                        false);
    }

    private static Meaning holiday(Matcher match, Calendar calendar) {
        String name = match.group("holiday").toLowerCase(Locale.ROOT);
        IntFunction<LocalDate> in = year -> switch (name) {
            case "easter", "easter sunday" -> calendar.easter(year);
            case "good friday" -> calendar.easter(year).minusDays(2);
            case "palm sunday" -> calendar.easter(year).minusDays(7);
            case "easter monday" -> calendar.easter(year).plusDays(1);
            default -> HOLIDAYS.get(name).atYear(year);
        };
        if (match.group("year") != null) {
            return Meaning.fixed(PartialDate.of(in.apply(number(match, "year"))));
        }
        int year = calendar.published().getYear();
        LocalDate here = in.apply(year);
        boolean over = !here.isAfter(calendar.published());
        return new Meaning(
                PartialDate.of(over ? here : in.apply(year - 1)),
                PartialDate.of(over ? in.apply(year + 1) : here),
                false);
    }

    private static Meaning monthOfYear(Matcher match, Calendar calendar) {
        return Meaning.fixed(PartialDate.of(YearMonth.of(number(match, "year"), month(match))));
    }

    private static Meaning monthOfNearYear(Matcher match, Calendar calendar) {
        int year = calendar.published().getYear() + step(match.group("which"));
        return Meaning.fixed(PartialDate.of(YearMonth.of(year, month(match))));
    }

    private static @Nullable Meaning monthAlone(Matcher match, Calendar calendar) {
        YearMonth present = YearMonth.from(calendar.published());
        YearMonth past = calendar.past(month(match));
        YearMonth ahead = calendar.ahead(month(match));
        String which = match.group("which").toLowerCase(Locale.ROOT);
        if (month(match) == Month.MAY && NAMES_PEOPLE.contains(which)) {
            return null;
        }
        return switch (which) {
            case "last", "previous" -> Meaning.fixed(PartialDate.of(past.equals(present) ? past.minusYears(1) : past));
            case "next" -> Meaning.fixed(PartialDate.of(ahead.equals(present) ? ahead.plusYears(1) : ahead));
            default -> new Meaning(PartialDate.of(past), PartialDate.of(ahead), false);
        };
    }

    private static Meaning weekday(Matcher match, Calendar calendar) {
        DayOfWeek day = weekday(match.group("weekday"));
        String which = match.group("which");
        String week = match.group("week");
        if (week != null) {
            return Meaning.fixed(PartialDate.of(calendar.inWeek(step(week), day)));
        }
        LocalDate past = calendar.past(day);
        LocalDate ahead = calendar.ahead(day);
        if ("next".equals(which)) {
            return Meaning.fixed(PartialDate.of(ahead.equals(calendar.published()) ? ahead.plusWeeks(1) : ahead));
        }
        if ("last".equals(which) || "previous".equals(which)) {
            return Meaning.fixed(PartialDate.of(past.equals(calendar.published()) ? past.minusWeeks(1) : past));
        }
        return new Meaning(PartialDate.of(past), PartialDate.of(ahead), false);
    }

    private static Meaning nearDay(Matcher match, Calendar calendar) {
        int days = 0;
        if (match.group("before") != null) {
            days = -2;
        } else if (match.group("after") != null) {
            days = 2;
        } else if (match.group("last") != null) {
            days = -1;
        } else if (match.group("word") != null) {
            String word = match.group("word").toLowerCase(Locale.ROOT);
            days = word.equals("yesterday") ? -1 : word.equals("tomorrow") ? 1 : 0;
        }
        return Meaning.fixed(PartialDate.of(calendar.published().plusDays(days)));
    }

    private static Meaning ago(Matcher match, Calendar calendar) {
        int count = count(match.group("count"));
        LocalDate published = calendar.published();
        return switch (match.group("unit").toLowerCase(Locale.ROOT)) {
            case "day" -> Meaning.fixed(PartialDate.of(published.minusDays(count)));
            case "week" -> Meaning.fixed(PartialDate.of(YearMonth.from(published.minusWeeks(count))));
            case "month" ->
                Meaning.fixed(PartialDate.of(YearMonth.from(published).minusMonths(count)));
            case "year" -> new Meaning(year(published.getYear() - count), null, true);
            default -> new Meaning(null, null, true);
        };
    }

    private static Meaning longAgo(Matcher match, Calendar calendar) {
        String unit = match.group("unit");
        return new Meaning(null, null, unit == null || !unit.equalsIgnoreCase("days"));
    }

    private static Meaning toCome(Matcher match, Calendar calendar) {
        int count = count(match.group("count"));
        LocalDate published = calendar.published();
        PartialDate ahead =
                switch (match.group("unit").toLowerCase(Locale.ROOT)) {
                    case "day" -> PartialDate.of(published.plusDays(count));
                    case "week" -> PartialDate.of(YearMonth.from(published.plusWeeks(count)));
                    case "month" -> PartialDate.of(YearMonth.from(published).plusMonths(count));
                    default -> year(published.getYear() + count);
                };
        return new Meaning(null, ahead, false);
    }

    private static Meaning nearUnit(Matcher match, Calendar calendar) {
        LocalDate published = calendar.published();
        int step = step(match.group("which"));
        return switch (match.group("unit").toLowerCase(Locale.ROOT)) {
            case "week" ->
                Meaning.fixed(PartialDate.spanning(
                        calendar.inWeek(step, DayOfWeek.MONDAY), calendar.inWeek(step, DayOfWeek.SUNDAY)));
            case "weekend" -> {
                LocalDate past = calendar.past(DayOfWeek.SUNDAY);
                LocalDate ahead = calendar.ahead(DayOfWeek.SUNDAY);
                LocalDate sunday =
                        step > 0 || (step == 0 && published.getDayOfWeek().getValue() >= 5) ? ahead : past;
                yield Meaning.fixed(weekendTo(sunday));
            }
            case "month" ->
                Meaning.fixed(PartialDate.of(YearMonth.from(published).plusMonths(step)));
            case "year" -> new Meaning(year(published.getYear() + step), year(published.getYear() + step), step < 0);
            default -> new Meaning(null, null, step < 0);
        };
    }

    /** "At the weekend": the last one, or for what is to come the next. */
    private static Meaning weekend(Matcher match, Calendar calendar) {
        return new Meaning(
                weekendTo(calendar.past(DayOfWeek.SUNDAY)), weekendTo(calendar.ahead(DayOfWeek.SUNDAY)), false);
    }

    private static PartialDate weekendTo(LocalDate sunday) {
        return PartialDate.spanning(sunday.minusDays(1), sunday);
    }

    private static Meaning season(Matcher match, Calendar calendar) {
        int year = calendar.published().getYear();
        int step = step(match.group("which"));
        int begins =
                switch (match.group("season").toLowerCase(Locale.ROOT)) {
                    case "spring" -> 3;
                    case "summer" -> 6;
                    case "winter" -> 12;
                    default -> 9;
                };
        // "last summer" in November is this year's; in March it is last year's
        boolean over = step < 0 && begins + 3 <= calendar.published().getMonthValue();
        PartialDate date = year(over ? year : year + step);
        return new Meaning(date, date, date.year() < year);
    }

    private static Meaning yearAlone(Matcher match, Calendar calendar) {
        PartialDate date = year(number(match, "year"));
        return new Meaning(date, date, date.year() < calendar.published().getYear());
    }

    private static Meaning decade(Matcher match, Calendar calendar) {
        int begins = number(match, "decade") * 10;
        return new Meaning(null, null, begins + 9 < calendar.published().getYear());
    }

    private static PartialDate year(int year) {
        return PartialDate.of(Year.of(year));
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }

    /** A number in figures or as one of the words of {@code COUNTS}. */
    static int count(String word) {
        Integer known = COUNTS.get(word.toLowerCase(Locale.ROOT));
        return known != null ? known : Integer.parseInt(word);
    }

    private static int step(String which) {
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "last", "the previous", "the past" -> -1;
            case "next", "the coming" -> 1;
            default -> 0;
        };
    }

    private static Month month(Matcher match) {
        String name = match.group("month").substring(0, 3).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(name)) {
                return month;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.substring(0, 3).toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
