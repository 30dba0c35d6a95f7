package org.casus.fetch;

import java.time.Duration;

/**
 * What a fetch may cost and where it may go.
 *
 * @param connect how long making a connection may take
 * @param read how long a server may be silent
 * @param total how long one address may take in all, redirects included
 * @param largest how many bytes an answer may have, unpacked
 * @param redirects how many redirects are followed
 * @param delay how long to wait between two requests to one host, where its robots.txt asks for no more
 * @param allowPrivate whether addresses of this machine and of private networks may be asked
 */
public record FetchOptions(
        Duration connect,
        Duration read,
        Duration total,
        int largest,
        int redirects,
        Duration delay,
        boolean allowPrivate) {
    /** For the open web. */
    public static final FetchOptions DEFAULT = new FetchOptions(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            10_000_000,
            5,
            Duration.ofSeconds(1),
            false);

    public FetchOptions withDelay(Duration other) {
        return new FetchOptions(connect, read, total, largest, redirects, other, allowPrivate);
    }

    public FetchOptions withPrivate(boolean allowed) {
        return new FetchOptions(connect, read, total, largest, redirects, delay, allowed);
    }

    public FetchOptions withTimes(Duration connecting, Duration reading, Duration all) {
        return new FetchOptions(connecting, reading, all, largest, redirects, delay, allowPrivate);
    }
}
