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
 * @param error why the last look failed; null when it did not
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
        @Nullable String error) {

    static SourceState begun(Source source, Instant now) {
        return new SourceState(source, null, null, source.every(), null, now, 0, 0, null);
    }
}
