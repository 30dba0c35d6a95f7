package org.casus.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the following of sources is, since it began.
 *
 * @param sources how many are followed
 * @param looks how often a source was looked at
 * @param fetched how many pages were fetched
 * @param added how many articles are new in the store
 * @param same how many were there before
 * @param foreign how many are in other languages than English
 * @param errors how many looks, pages and files failed
 * @param next when the next source is due, or null when there is none
 */
public record WatchStatus(
        int sources,
        long looks,
        long fetched,
        long added,
        long same,
        long foreign,
        long errors,
        @Nullable Instant next) {}
