package org.casus.export;

import java.time.LocalDate;
import java.util.function.Function;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.event.Event;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * An event as formats without a status tell it: done, on a day, by one to the other.
 *
 * @param id the event's id; another for the way back of a mutual event
 * @param code the event's code, or that of the intent
 * @param mode PLOVER's mode of the code, or null
 * @param target null where the text gives none
 */
record Deed(
        String id,
        Article article,
        Event event,
        CameoCode code,
        EventType type,
        QuadClass quad,
        @Nullable String mode,
        Actor source,
        @Nullable Actor target,
        LocalDate day) {

    @Nullable
    Place place() {
        return event.place();
    }

    /** What there is to say of its place; null where it has none. */
    <T> @Nullable T where(Function<Place, @Nullable T> field) {
        Place place = place();
        return place == null ? null : field.apply(place);
    }

    /** The id as a number of 63 bits, for formats that count their events. */
    long number() {
        return Long.parseUnsignedLong(id, 16) & Long.MAX_VALUE;
    }
}
