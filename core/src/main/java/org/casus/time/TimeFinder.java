package org.casus.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.casus.text.PlainLine;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * Finds the words of a sentence that tell a time, and what they mean against the day of publication.
 *
 * <pre>{@code
 * new TimeFinder().find(sentence, LocalDate.of(2023, 11, 1)); // "in September this year" → 2023-09
 * }</pre>
 *
 * Immutable; one finder serves all threads. Of overlapping expressions the longest counts.
 */
public final class TimeFinder {
    private final NamedPeriods periods = NamedPeriods.bundled();

    /** The expressions of a sentence, left to right. */
    public List<TimeExpression> find(Sentence sentence, LocalDate published) {
        PlainLine line = sentence.plain();
        List<TimeExpression> all = new ArrayList<>();
        Calendar calendar = new Calendar(published);
        for (DateRule rule : DateRule.ALL) {
            Matcher matcher = rule.pattern().matcher(line.text());
            while (matcher.find()) {
                DateRule.Meaning meaning = rule.reading().of(matcher, calendar);
                if (meaning != null) {
                    all.add(new TimeExpression(
                            line.tokenAt(matcher.start()),
                            line.tokenAt(matcher.end() - 1) + 1,
                            meaning.date(),
                            meaning.ahead(),
                            meaning.past()));
                }
            }
        }
        addPeriods(sentence, published, all);
        List<TimeExpression> fixed = longest(all);
        fixed.addAll(RelativeDays.in(line, fixed));
        return longest(fixed);
    }

    private void addPeriods(Sentence sentence, LocalDate published, List<TimeExpression> all) {
        List<String> words = sentence.tokens().stream().map(Token::lower).toList();
        for (int t = 0; t < words.size(); t++) {
            NamedPeriods.Found found = periods.at(words, t);
            if (found != null) {
                LocalDate last = found.period().last();
                PartialDate date = PartialDate.spanning(found.period().first(), last);
                all.add(new TimeExpression(t, found.end(), date, date, last.isBefore(published)));
            }
        }
    }

    private static List<TimeExpression> longest(List<TimeExpression> all) {
        all.sort(Comparator.comparingInt((TimeExpression e) -> e.first() - e.end())
                .thenComparing(TimeExpression::first));
        List<TimeExpression> kept = new ArrayList<>();
        for (TimeExpression one : all) {
            if (kept.stream().allMatch(other -> one.end() <= other.first() || other.end() <= one.first())) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(TimeExpression::first));
        return kept;
    }
}
