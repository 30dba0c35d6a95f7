package org.casus.watch;

import java.time.Duration;

/**
 * How sources are followed.
 *
 * @param once one look at each and what it brings, then an end
 * @param fetchers how many addresses are fetched at once
 * @param coders how many articles are coded at once
 * @param shortest between two looks at a source, unless it is told to be looked at more often
 * @param longest between two looks
 * @param folders between two looks at a folder
 * @param retry how long after a failure a page is tried again; the next time six times as long
 * @param tries how often a page is tried
 * @param grace how long what is in work may take to end after a stop
 */
public record WatchOptions(
        boolean once,
        int fetchers,
        int coders,
        Duration shortest,
        Duration longest,
        Duration folders,
        Duration retry,
        int tries,
        Duration grace) {
    /** Until stopped, on all processors. */
    public static final WatchOptions DEFAULT = new WatchOptions(
            false,
            12,
            Runtime.getRuntime().availableProcessors(),
            Duration.ofMinutes(5),
            Duration.ofHours(6),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            3,
            Duration.ofSeconds(8));

    public WatchOptions withOnce(boolean wanted) {
        return new WatchOptions(wanted, fetchers, coders, shortest, longest, folders, retry, tries, grace);
    }

    public WatchOptions withRetry(Duration wait) {
        return new WatchOptions(once, fetchers, coders, shortest, longest, folders, wait, tries, grace);
    }
}
