package org.casus.watch;

import java.time.Duration;
import java.time.Instant;
import org.casus.fetch.Fetcher.Known;
import org.casus.store.Source;
import org.casus.store.SourceKind;
import org.casus.store.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * When a source is looked at again: half the wait after a look that brought something new, half as long again after one that did
 * not, between the bounds of the options. After failures the wait doubles each time. Folders cost nothing and keep their pace.
 */
final class Pace {
    private final WatchOptions options;

    Pace(WatchOptions options) {
        this.options = options;
    }

    /**
     * After a look that worked.
     *
     * @param added how many new items it brought
     * @param remark what was odd about it, or null
     * @param title what the source calls itself, or null
     */
    SourceState after(
            SourceState before,
            Source source,
            Known known,
            int added,
            Instant now,
            @Nullable String remark,
            @Nullable String title) {
        Duration wait = wait(before, source, added > 0);
        return new SourceState(
                source,
                known.etag(),
                known.lastModified(),
                wait,
                now,
                now.plus(wait),
                0,
                before.articles(),
                remark,
                title,
                added);
    }

    private Duration wait(SourceState before, Source source, boolean isNew) {
        if (source.kind() == SourceKind.FOLDER) {
            return shorter(options.folders(), source.every());
        }
        Duration pace = before.lastFetch() == null ? source.every() : before.pace();
        Duration wished = isNew ? pace.dividedBy(2) : pace.multipliedBy(3).dividedBy(2);
        Duration bounded = longer(shorter(options.shortest(), source.every()), wished);
        // the store keeps whole seconds
        return longer(Duration.ofSeconds(1), shorter(bounded, longer(options.longest(), source.every())));
    }

    /** After a look that failed. */
    SourceState failed(SourceState before, String why, @Nullable Duration retryAfter, Instant now) {
        int failures = before.failures() + 1;
        Duration wait = shorter(before.source().every().multipliedBy(1L << Math.min(failures, 10)), options.longest());
        wait = retryAfter == null ? wait : longer(wait, retryAfter);
        return new SourceState(
                before.source(),
                before.etag(),
                before.lastModified(),
                before.pace(),
                now,
                now.plus(wait),
                failures,
                before.articles(),
                why,
                before.title(),
                0);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
