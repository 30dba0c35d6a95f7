package org.casus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Language;
import org.casus.article.Problem;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Reads and codes many inputs on several threads and hands the results on in the order of the inputs, so that the same input
 * gives the same bytes. What waits is bounded, in number and in bytes: a slow disk makes it slower, never larger.
 */
final class CodeRun implements AutoCloseable {
    /** What an input became: a coded article or the reason why not. */
    interface Results {
        void coded(CodedArticle article) throws IOException;

        void problem(Problem problem);

        /** An article that was not coded, since it is in another language than English. */
        void foreign(Article article, String language);

        /** A record of an archive that is no page or text. */
        default void passedOver() {}

        /** A line for the user on how an input is read. */
        default void note(String line) {}
    }

    private interface Outcome {
        void tell(Results results) throws IOException;
    }

    private record Waiting(Future<List<Outcome>> outcomes, int held) {}

    private static final long MOST_HELD = 32_000_000;

    /** How an article is coded, or taken from where it was coded before. Used by all threads. */
    interface Coding {
        CodedArticle code(Article article);
    }

    private final Coding coder;
    private final Inputs inputs;
    private final ExecutorService workers;
    private final int mostWaiting;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Results results;
    private long held;
    private @Nullable IOException failed;

    CodeRun(Coding coder, Inputs inputs, int threads, Results results) {
        this.coder = coder;
        this.inputs = inputs;
        this.workers = Executors.newFixedThreadPool(threads);
        this.mostWaiting = threads * 8;
        this.results = results;
    }

    /** Codes files, folders and "-" (standard input) in their order. */
    void run(List<Path> paths, Console console) throws IOException {
        Feed feed = new Feed();
        try {
            for (Path path : paths) {
                if (path.toString().equals("-")) {
                    inputs.read(console.in(), "standard input", feed);
                } else {
                    inputs.read(path, feed);
                }
            }
            drain(0, 0);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private final class Feed implements FeedSink {
        @Override
        public void found(Unread input) {
            await(workers.submit(() -> code(input)), input.held());
        }

        @Override
        public void problem(Problem problem) {
            await(CompletableFuture.completedFuture(List.of(told -> told.problem(problem))), 0);
        }

        @Override
        public void passedOver() {
            results.passedOver();
        }

        @Override
        public void note(String line) {
            results.note(line);
        }

        private void await(Future<List<Outcome>> outcomes, int bytes) {
            waiting.add(new Waiting(outcomes, bytes));
            held += bytes;
            try {
                if (failed == null) {
                    drain(mostWaiting, MOST_HELD);
                }
            } catch (IOException e) {
                failed = e;
            }
            if (failed != null) {
                // again at every call, since a source takes it for a fault of its input at first
                throw new UncheckedIOException(failed);
            }
        }
    }

    private List<Outcome> code(Unread input) {
        List<Outcome> outcomes = new ArrayList<>(1);
        input.read(new ArticleSink() {
            @Override
            public void article(Article article) {
                outcomes.add(code(article));
            }

            @Override
            public void problem(Problem problem) {
                outcomes.add(told -> told.problem(problem));
            }
        });
        return outcomes;
    }

    private Outcome code(Article article) {
        Optional<String> language = Language.notEnglish(article);
        if (language.isPresent()) {
            return told -> told.foreign(article, language.get());
        }
        try {
            CodedArticle coded = coder.code(article);
            return told -> told.coded(coded);
        } catch (RuntimeException | StackOverflowError e) {
            String name = article.file() == null ? "article " + article.id() : article.file();
            return told -> told.problem(new Problem(name, "could not be coded: " + e));
        }
    }

    /** Hands on the oldest results until no more than so many inputs, and so many bytes beside the newest, wait. */
    private void drain(int most, long mostHeld) throws IOException {
        while (waiting.size() > most || (waiting.size() > 1 && held > mostHeld)) {
            Waiting first = waiting.removeFirst();
            for (Outcome outcome : result(first.outcomes())) {
                outcome.tell(results);
            }
            held -= first.held();
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
