package org.casus.time;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.text.PlainLine;
import org.jspecify.annotations.Nullable;

/** "A day later", "the following day", "three days before the vote of 12 June": days that count from another day of the sentence. */
final class RelativeDays {
    private static final Pattern FORM = Pattern.compile(
            "\\b(?i:(?<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) days? (?<way>later|earlier|after|before)|the (?<next>following|next) day|the (?<previous>previous) day|the day (?<side>before|after))\\b");

    private RelativeDays() {}

    /** A match in a line of text: what it adds to which other day. */
    private record Offset(int start, int end, int days, boolean fromNext) {}

    /**
     * The expressions among those that count from others; each takes the day nearest on the side it points to, and none where there is
     * none.
     */
    static List<TimeExpression> in(PlainLine line, List<TimeExpression> others) {
        List<TimeExpression> found = new ArrayList<>();
        Matcher matcher = FORM.matcher(line.text());
        while (matcher.find()) {
            Offset offset = offset(matcher);
            int first = line.tokenAt(offset.start());
            int end = line.tokenAt(offset.end() - 1) + 1;
            TimeExpression from = nearest(others, first, end, offset.fromNext());
            if (from != null) {
                found.add(new TimeExpression(
                        first,
                        end,
                        moved(from.date(), offset.days()),
                        moved(from.ahead(), offset.days()),
                        from.past()));
            }
        }
        return found;
    }

    private static Offset offset(Matcher matcher) {
        String way = matcher.group("way");
        if (way != null) {
            int count = DateRule.count(matcher.group("count"));
            boolean back = way.equalsIgnoreCase("earlier") || way.equalsIgnoreCase("before");
            boolean fromNext = way.equalsIgnoreCase("after") || way.equalsIgnoreCase("before");
            return new Offset(matcher.start(), matcher.end(), back ? -count : count, fromNext);
        }
        String side = matcher.group("side");
        boolean back = matcher.group("previous") != null || "before".equalsIgnoreCase(side);
        return new Offset(matcher.start(), matcher.end(), back ? -1 : 1, side != null);
    }

    private static @Nullable TimeExpression nearest(List<TimeExpression> others, int first, int end, boolean next) {
        TimeExpression nearest = null;
        for (TimeExpression other : others) {
            boolean day = other.date() != null && other.date().isDay();
            if (day && next && other.first() >= end) {
                return other;
            }
            if (day && !next && other.end() <= first) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static @Nullable PartialDate moved(@Nullable PartialDate date, int days) {
        return date == null || !date.isDay()
                ? null
                : PartialDate.of(date.first().plusDays(days));
    }
}
