package org.casus.event;

import java.util.Comparator;
import java.util.List;
import org.casus.place.Place;
import org.casus.place.PlaceContext;
import org.casus.place.PlaceFinder;
import org.casus.place.Toponym;
import org.casus.reader.Kind;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;
import org.casus.text.ClauseDistance;
import org.jspecify.annotations.Nullable;

/**
 * Where the deeds of a sentence were done: at the place nearest in the clause, else in the sentence. A capital that stands for its
 * government is no place; one that is visited is.
 */
final class Where {
    private static final String VISIT = "042";

    private final Reading reading;
    private final List<Toponym> places;

    Where(Reading reading, PlaceContext context) {
        this.reading = reading;
        this.places = PlaceFinder.find(
                reading.sentence(),
                context,
                token -> !isInside(token, Kind.PERSON),
                token -> isInside(token, Kind.LOC) || isInside(token, Kind.STATE));
    }

    private boolean isInside(int token, Kind kind) {
        return reading.mentions().stream()
                .anyMatch(mention -> mention.kind() == kind && mention.first() <= token && token < mention.end());
    }

    /** The place of a relation's deed, or null. */
    @Nullable
    Place of(Relation relation) {
        Trigger trigger = reading.triggers().get(relation.trigger());
        return places.stream()
                .filter(place -> place.inPlace() || isHit(place, relation))
                .min(Comparator.comparingInt(place -> ClauseDistance.between(
                        reading.sentence(), trigger.first(), trigger.end(), place.first(), place.end())))
                .map(Toponym::place)
                .orElse(null);
    }

    /** A place that is shelled, blockaded or visited is where that happened. */
    private boolean isHit(Toponym place, Relation relation) {
        if (relation.target() == Relation.NONE) {
            return false;
        }
        Mention target = reading.mentions().get(relation.target());
        boolean inTarget = target.first() <= place.first() && place.end() <= target.end();
        return inTarget && (target.kind() == Kind.LOC || relation.code().code().startsWith(VISIT));
    }
}
