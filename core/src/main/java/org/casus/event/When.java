package org.casus.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casus.codebook.Status;
import org.casus.reader.Trigger;
import org.casus.text.Sentence;
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
        if (time.isEmpty()) {
            return new When(done ? PartialDate.of(published) : null, false);
        }
        PartialDate date =
                done || status == Status.DENIED ? time.get().date() : time.get().ahead();
        return new When(date, time.get().past() || (date != null && isOld(date, published)));
    }

    /** A day that is long over, or a month or year that is over: "in March" of a report of April. */
    private static boolean isOld(PartialDate date, LocalDate published) {
        return date.last().isBefore(date.isDay() ? published.minusDays(NEWS_DAYS) : published);
    }
}
