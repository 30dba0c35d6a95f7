package org.casus.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casus.codebook.Status;
import org.casus.reader.Trigger;
import org.casus.text.ClauseDistance;
import org.casus.text.Sentence;
import org.casus.text.Token;
import org.casus.time.EventDating;
import org.casus.time.PartialDate;
import org.casus.time.TimeExpression;
import org.jspecify.annotations.Nullable;

/**
 * When a deed was or is to be done. What the text dates otherwise is news of the day of publication, if it was done at all.
 *
 * @param background whether it is history that the article recalls
 */
record When(@Nullable PartialDate date, boolean background) {
    /** What is older is no news. */
    private static final int NEWS_DAYS = 10;

    /** How many words may stand between "during" and the deed's noun. */
    private static final int BACKDROP = 4;

    /**
     * Dates a deed.
     *
     * @param times the times that its sentence tells, as {@link org.casus.time.TimeFinder} finds them
     */
    static When of(
            Sentence sentence,
            List<TimeExpression> times,
            Trigger trigger,
            Status status,
            @Nullable LocalDate published) {
        if (published == null) {
            return new When(null, false);
        }
        Optional<TimeExpression> time = EventDating.of(sentence, times, trigger.first(), trigger.end());
        boolean done = status == Status.ACTUAL;
        if (time.isEmpty() && isBackdrop(sentence, trigger)) {
            return new When(null, true);
        }
        if (time.isEmpty()) {
            return new When(done ? PartialDate.of(published) : null, false);
        }
        PartialDate date =
                done || status == Status.DENIED ? time.get().date() : time.get().ahead();
        return new When(date, time.get().past() || (date != null && isOld(date, published)));
    }

    /** "Support during Armenia's aggression": a deed that only tells when another was done is known already. */
    private static boolean isBackdrop(Sentence sentence, Trigger trigger) {
        for (int t = trigger.first() - 1; t >= Math.max(0, trigger.first() - BACKDROP); t--) {
            Token token = sentence.tokens().get(t);
            if (token.lower().equals("during")) {
                return true;
            }
            if (token.isPunctuation() || ClauseDistance.opensClause(token.lower())) {
                return false;
            }
        }
        return false;
    }

    /** A day that is long over, or a month or year that is over: "in March" of a report of April. */
    private static boolean isOld(PartialDate date, LocalDate published) {
        return date.last().isBefore(date.isDay() ? published.minusDays(NEWS_DAYS) : published);
    }
}
