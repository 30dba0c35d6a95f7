package org.casus.export;

import java.time.LocalDate;
import java.util.function.Function;
import org.casus.codebook.Codebook;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What writers need besides events.
 *
 * @param codebook the codebook that the events were coded by
 * @param version the program's version, for formats that name it
 * @param added the day that goes into fields for "added on"; null: each article's day of publication, so that the same input gives the
 *     same bytes
 * @param coverage how widely an event was reported
 */
public record FormatContext(
        Codebook codebook, String version, @Nullable LocalDate added, Function<Event, Coverage> coverage) {

    /** Every event told once, and added on its article's day. */
    public static FormatContext of(Codebook codebook, String version) {
        return new FormatContext(codebook, version, null, event -> Coverage.ONE);
    }

    /** The same with other knowledge of how widely events were reported. */
    public FormatContext coveredBy(Function<Event, Coverage> other) {
        return new FormatContext(codebook, version, added, other);
    }
}
