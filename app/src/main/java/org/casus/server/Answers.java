package org.casus.server;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store on a few threads of its own and keeps the answers: equal questions that come at once or later cost the database
 * one query, until something new is kept in the store.
 */
final class Answers implements AutoCloseable {
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final AsyncCache<Key, Outcome> cache;
    private final ThreadPoolExecutor threads;
    private final LongSupplier version;
    private final long longestWait;

    private record Key(String question, long version) {}

    /** Caffeine would print a failed future's stack; so a failure is an outcome too, but none that is kept. */
    private record Outcome(
            @Nullable Answer answer, @Nullable Throwable failure) {
        int weight() {
            return answer == null ? 0 : answer.weight();
        }

        Answer orThrow() {
            if (answer == null) {
                throw new CompletionException(failure);
            }
            return answer;
        }
    }

    /** What is asked of the store; the answer is written as JSON. */
    interface Question {
        Object ask();
    }

    /** @param version grows whenever the store holds something new */
    Answers(Limits limits, LongSupplier version) {
        this.version = version;
        this.longestWait = limits.query().toNanos();
        this.threads = new ThreadPoolExecutor(
                limits.queries(),
                limits.queries(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waitingQueries()),
                task -> {
                    Thread thread = new Thread(task, "casus-query");
                    thread.setDaemon(true);
                    return thread;
                });
        this.cache = Caffeine.newBuilder()
                .maximumWeight(limits.cache())
                .weigher((Key key, Outcome outcome) ->
                        outcome.weight() + 2 * key.question().length())
                .expireAfterAccess(UNUSED)
                .buildAsync();
    }

    /** An endpoint that is answered with what the store says to its parameters. */
    Endpoint endpoint(
            String path,
            String group,
            String summary,
            List<Parameter<?>> parameters,
            Schema schema,
            Function<Query, Object> question) {
        return Endpoint.get(
                path,
                group,
                summary,
                parameters,
                Endpoint.Reply.json(summary, schema),
                call -> call.answer(to(path + call.query().canonical(), () -> question.apply(call.query()))));
    }

    /**
     * The answer to a question, kept under a text that is the same for equal questions.
     *
     * @return completes on a thread of the pool, exceptionally with what the question threw
     */
    CompletableFuture<Answer> to(String text, Question question) {
        Key key = new Key(text, version.getAsLong());
        return cache.get(key, (any, executor) -> ask(question)).thenApply(outcome -> {
            if (outcome.failure() != null) {
                cache.synchronous().invalidate(key);
            }
            return outcome.orThrow();
        });
    }

    private CompletableFuture<Outcome> ask(Question question) {
        CompletableFuture<Outcome> asked = new CompletableFuture<>();
        long now = System.nanoTime();
        try {
            threads.execute(() -> asked.complete(outcome(question, now)));
        } catch (RejectedExecutionException e) {
            asked.complete(new Outcome(null, tooMany().exception()));
        }
        return asked;
    }

    private Outcome outcome(Question question, long asked) {
        try {
            if (System.nanoTime() - asked > longestWait) {
                throw tooMany().exception();
            }
            return new Outcome(new Answer(Json.bytes(question.ask())), null);
        } catch (RuntimeException | Error e) {
            return new Outcome(null, e);
        }
    }

    private static HttpProblem tooMany() {
        return HttpProblem.busy("more questions than the store can answer; ask again later", 2);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
