package org.casus.position;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about a standing position. The parties of a mutual stance stand in the order of their ids, whoever the text
 * names first.
 *
 * @param event the event's id
 * @param article the id of the article that tells it
 * @param issue what it is about; null where the stance is about the other party as such
 * @param day when it began or ended as far as the text tells, else the day of publication
 * @param confidence the event's, 0 to 1
 */
public record PositionReport(
        String event,
        String article,
        Party holder,
        Stance stance,
        Party toward,
        @Nullable Issue issue,
        Effect effect,
        LocalDate day,
        double confidence) {
    public PositionReport {
        if (stance.isMutual() && holder.id().compareTo(toward.id()) > 0) {
            Party first = toward;
            toward = holder;
            holder = first;
        }
    }
}
