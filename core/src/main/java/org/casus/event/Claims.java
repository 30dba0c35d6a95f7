package org.casus.event;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;
import org.casus.text.ClauseDistance;

/** "Moscow accuses Kyiv of shelling": the accusation is done, the deed is only claimed, and so possible, attributed to the accuser. */
final class Claims {
    /** A deed farther from the accusing words than this is told on its own account. */
    private static final int SAME_CLAIM = 12;

    private static final Set<EventType> WORTH_CLAIMING =
            EnumSet.of(EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.AID, EventType.COOPERATE);

    private Claims() {}

    /** The number of the relation in which somebody accuses the doer of this one of it; empty where nobody does. */
    static OptionalInt accusation(Reading reading, Relation deed) {
        if (!WORTH_CLAIMING.contains(deed.code().type()) || deed.status() != Status.ACTUAL) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < reading.relations().size(); i++) {
            Relation other = reading.relations().get(i);
            if (other.code().type() == EventType.ACCUSE
                    && other.target() == deed.source()
                    && follows(reading, deed, other)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean follows(Reading reading, Relation deed, Relation accusation) {
        Trigger said = reading.triggers().get(accusation.trigger());
        Trigger done = reading.triggers().get(deed.trigger());
        return done.first() >= said.end()
                && ClauseDistance.between(reading.sentence(), said.first(), said.end(), done.first(), done.end())
                        <= SAME_CLAIM;
    }
}
