package org.casus.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.casus.store.Store;
import org.casus.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store still takes what is written. Anybody may ask, so it is tried at most every few seconds, on a thread of its own: a
 * store that does not answer is not healthy either.
 */
final class HealthCheck implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Where on the machine the store lies is not for everybody. */
    private static final Pattern FOLDERS = Pattern.compile("\"[^\"]*[/\\\\](?=[^\"/\\\\]*\")");

    private final Store store;
    private final Log log;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "casus-health");
        made.setDaemon(true);
        return made;
    });
    private @Nullable CompletableFuture<State> last;
    private long asked;
    private boolean wasWell = true;

    /** @param reason why it is not well; null when it is */
    record State(@Nullable String reason) {
        private static final State WELL = new State(null);
    }

    HealthCheck(Store store, Log log) {
        this.store = store;
        this.log = log;
    }

    synchronized CompletableFuture<State> state() {
        long now = System.nanoTime();
        CompletableFuture<State> state = last;
        if (state == null || (state.isDone() && now - asked > FRESH.toNanos())) {
            asked = now;
            state = CompletableFuture.supplyAsync(this::check, thread);
            last = state;
        }
        State late = new State("the store has not taken a write for " + PATIENCE.toSeconds() + " s");
        return state.copy().completeOnTimeout(late, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private State check() {
        try {
            store.check();
            if (!wasWell) {
                wasWell = true;
                log.write(Entry.info("the store can be written again"));
            }
            return State.WELL;
        } catch (StoreException e) {
            String reason = String.valueOf(e.getMessage());
            if (wasWell) {
                wasWell = false;
                log.write(Entry.error("the store can no longer be written: " + reason));
            }
            return new State("the store can no longer be written: "
                    + FOLDERS.matcher(HttpProblem.clip(reason)).replaceAll("\""));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
