package org.casus.event;

import java.util.List;
import org.casus.actor.Actor;
import org.casus.codebook.CameoCode;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.codebook.Status;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom, as one article has it.
 *
 * @param id 16 hexadecimal digits made from the article's id, the actors and the type
 * @param mode PLOVER's mode, or null
 * @param target null where the text gives none and PLOVER allows that
 * @param mutual true where both did it to each other; source and target then stand in the text's order
 * @param background true for history that the article recalls
 * @param attribution who says so, as written, or null
 * @param date the day it happened, the month or year where the text tells no more, or null where it does not fix it
 * @param place where it happened, or null where the text does not say
 * @param confidence how sure the coder is, 0 to 1
 */
public record Event(
        String id,
        EventType type,
        @Nullable String mode,
        List<String> contexts,
        CameoCode cameo,
        QuadClass quad,
        Actor source,
        @Nullable Actor target,
        boolean mutual,
        Status status,
        boolean background,
        @Nullable String attribution,
        @Nullable PartialDate date,
        @Nullable Place place,
        Evidence evidence,
        double confidence) {
    public Event {
        contexts = List.copyOf(contexts);
    }
}
