package org.casus.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a source is followed.
 *
 * @param etag what the server said of its last answer, or null; so for {@code lastModified}
 * @param pace how long to wait now between two looks
 * @param lastFetch the last look, also one that failed; null before the first
 * @param nextFetch not before this moment
 * @param failures how many looks in a row failed
 * @param articles how many new articles came from it
 * @param error why the last look failed, or what was odd about it; null when nothing was
 * @param title what the source calls itself, or null
 * @param added how many new items the last look brought
 */
public record SourceState(
        Source source,
        @Nullable String etag,
        @Nullable String lastModified,
        Duration pace,
        @Nullable Instant lastFetch,
        Instant nextFetch,
        int failures,
        long articles,
        @Nullable String error,
        @Nullable String title,
        long added) {

    static SourceState begun(Source source, Instant now) {
        return new SourceState(source, null, null, source.every(), null, now, 0, 0, null, null, 0);
    }
}
