package org.casus.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.casus.metrics.Metrics;
import org.casus.store.Figures;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;

/** What a store holds, for metrics: asked of it once for all gauges, and not again within some seconds. */
final class StoreGauges {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Store store;
    private final Clock clock;
    private @Nullable Seen last;

    private record Seen(Instant when, Figures.Summary summary, Sources.Counts sources) {}

    StoreGauges(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void register(Metrics metrics) {
        metrics.gauge("casus.store.bytes", "Bytes of the store on the disk", store::bytes);
        gauge(metrics, "casus.store.articles", "Articles in the store", seen -> seen.summary.articles());
        gauge(metrics, "casus.store.events", "Events in the store", seen -> seen.summary.events());
        gauge(metrics, "casus.store.publishers", "Publishers in the store", seen -> seen.summary.publishers());
        gauge(metrics, "casus.sources", "Sources that the store follows", seen -> seen.sources.followed());
        gauge(metrics, "casus.sources.due", "Sources that are due for a look", seen -> seen.sources.due());
        gauge(metrics, "casus.sources.failing", "Sources whose last look failed", seen -> seen.sources.failing());
        gauge(metrics, "casus.queue.items", "Items of sources still to be read", seen -> seen.sources.waiting());
    }

    private void gauge(Metrics metrics, String name, String description, ToDoubleFunction<Seen> value) {
        metrics.gauge(name, description, () -> {
            Seen seen = seen();
            return seen == null ? Double.NaN : value.applyAsDouble(seen);
        });
    }

    private synchronized @Nullable Seen seen() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen == null || seen.when.plus(FRESH).isBefore(now)) {
            try {
                seen = new Seen(now, store.figures().summary(), store.sources().counts(now));
            } catch (RuntimeException busyOrBroken) {
                // the other metrics, and the health, tell more
                seen = null;
            }
            last = seen;
        }
        return seen;
    }
}
