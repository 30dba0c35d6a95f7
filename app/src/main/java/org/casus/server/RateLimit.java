package org.casus.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many requests a second for each client, and twice as many at once after a rest: a bucket of tokens a client. The buckets are
 * bounded, so that a flood of addresses costs no memory.
 */
final class RateLimit {
    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    /** @param perSecond 0 for no limit */
    RateLimit(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Takes a token of the client's; false when it has none left. */
    boolean allows(String client) {
        return perSecond == 0 || buckets.get(client, any -> new Bucket()).take();
    }

    private final class Bucket {
        private double tokens = 2 * perSecond;
        private long filled = nanoTime.getAsLong();

        synchronized boolean take() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(2 * perSecond, tokens + (now - filled) / NANOS * perSecond);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
