package org.casus.server;

import java.time.Duration;

/**
 * What the server spends on its clients.
 *
 * @param body bytes that one request may carry
 * @param bodies bytes that all requests being read may carry together
 * @param connections open at once; more wait until one closes
 * @param threads of HTTP
 * @param queries at once; each has a thread
 * @param waitingQueries that wait for a thread; more are refused
 * @param query the longest that one may run
 * @param codings articles coded at once
 * @param codingWait the longest that an article waits for its turn
 * @param exports at once
 * @param streams of new events at once
 * @param idle how long a connection may rest
 * @param slowest bytes a second that a client must send or take
 * @param header how long a client may take to send the head of a request
 * @param cache bytes of answers that are kept
 */
record Limits(
        int body,
        long bodies,
        int connections,
        int threads,
        int queries,
        int waitingQueries,
        Duration query,
        int codings,
        Duration codingWait,
        int exports,
        int streams,
        Duration idle,
        int slowest,
        Duration header,
        long cache) {

    /** The limits that a user gets. */
    static Limits usual() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Limits(
                2_000_000,
                64_000_000,
                2_000,
                64,
                Math.max(2, Math.min(8, processors)),
                500,
                Duration.ofSeconds(10),
                Math.max(1, processors / 2),
                Duration.ofSeconds(10),
                4,
                64,
                Duration.ofSeconds(30),
                500,
                Duration.ofSeconds(15),
                32_000_000);
    }
}
