package org.casus.watch;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The counts of one run. */
final class Tally {
    final AtomicLong looks = new AtomicLong();
    final AtomicLong fetched = new AtomicLong();
    final AtomicLong added = new AtomicLong();
    final AtomicLong same = new AtomicLong();
    final AtomicLong foreign = new AtomicLong();
    final AtomicLong errors = new AtomicLong();

    WatchStatus status(int sources, @Nullable Instant next) {
        return new WatchStatus(
                sources, looks.get(), fetched.get(), added.get(), same.get(), foreign.get(), errors.get(), next);
    }
}
