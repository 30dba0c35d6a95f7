package org.casus.position;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position that a party holds or held towards another, put together from all reports of it. One that ended and was taken up again
 * gives two.
 *
 * @param since the earliest day it was reported to begin or to hold; null where only its end was reported
 * @param lastReported the latest day a report says anything of it
 * @param reports by which events, in the order of their days; the report that ended it stands among them where it names the stance
 * @param endedBy the report that ended it: by saying so or by telling the contrary; null while it stands
 */
public record Position(
        Party holder,
        Stance stance,
        Party toward,
        @Nullable Issue issue,
        @Nullable LocalDate since,
        LocalDate lastReported,
        List<PositionReport> reports,
        @Nullable PositionReport endedBy) {
    public Position {
        reports = List.copyOf(reports);
    }

    /** True while no report ended it. */
    public boolean isOpen() {
        return endedBy == null;
    }

    /** The day it ended, or null while it stands. */
    public @Nullable LocalDate ended() {
        return endedBy == null ? null : endedBy.day();
    }

    /** How many different articles report it. */
    public int articles() {
        return (int) reports.stream().map(PositionReport::article).distinct().count();
    }

    /** For people: "Azerbaijan supports Pakistan on Jammu and Kashmir"; in the past tense where it has ended. */
    public String sentence() {
        String plain = holder.name() + " " + stance.verb(isOpen()) + " " + toward.name();
        return issue == null ? plain : plain + " on " + issue.name();
    }
}
