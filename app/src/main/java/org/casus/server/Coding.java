package org.casus.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Codes a few articles at once; the others wait in a short queue, and none waits long. */
final class Coding implements AutoCloseable {
    private static final int WAITING_FOR_EACH = 16;

    private final ThreadPoolExecutor threads;
    private final long longestWait;

    Coding(Limits limits) {
        this.longestWait = limits.codingWait().toNanos();
        this.threads = new ThreadPoolExecutor(
                limits.codings(),
                limits.codings(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_FOR_EACH * limits.codings()),
                task -> {
                    Thread thread = new Thread(task, "casus-coding");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Runs work when its turn comes; fails with a problem when that would take too long. */
    <T> CompletableFuture<T> when(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        long asked = System.nanoTime();
        try {
            threads.execute(() -> {
                try {
                    if (System.nanoTime() - asked > longestWait) {
                        throw tooMany().exception();
                    }
                    done.complete(work.get());
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(tooMany().exception());
        }
        return done;
    }

    /** How many wait for their turn. */
    int waiting() {
        return threads.getQueue().size();
    }

    private static HttpProblem tooMany() {
        return HttpProblem.busy("more articles than can be coded; send this one again later", 10);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
