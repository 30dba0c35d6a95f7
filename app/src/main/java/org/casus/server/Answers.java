package org.casus.server;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Asks the store on a few threads of its own and keeps the answers: equal questions that come at once or later cost the database
 * one query, until something new is kept in the store.
 */
final class Answers implements AutoCloseable {
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final AsyncCache<Key, Answer> cache;
    private final ThreadPoolExecutor threads;
    private final LongSupplier version;
    private final long longestWait;

    private record Key(String question, long version) {}

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
                .weigher((Key key, Answer answer) -> answer.weight() + 2 * key.question().length())
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
                call -> call.answer(
                        to(path + call.query().canonical(), () -> question.apply(call.query()))));
    }

    /**
     * The answer to a question, kept under a text that is the same for equal questions.
     *
     * @return completes on a thread of the pool, exceptionally with what the question threw
     */
    CompletableFuture<Answer> to(String text, Question question) {
        return cache.get(new Key(text, version.getAsLong()), (key, executor) -> ask(question));
    }

    private CompletableFuture<Answer> ask(Question question) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        long asked = System.nanoTime();
        try {
            threads.execute(() -> {
                try {
                    if (System.nanoTime() - asked > longestWait) {
                        throw tooMany().exception();
                    }
                    answer.complete(new Answer(Json.bytes(question.ask())));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(tooMany().exception());
        }
        return answer;
    }

    private static HttpProblem tooMany() {
        return HttpProblem.busy("more questions than the store can answer; ask again later", 2);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
