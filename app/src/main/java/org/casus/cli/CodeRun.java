package org.casus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;

/**
 * Reads and codes many inputs on several threads and hands the results on in the order of the inputs, so that the same input
 * gives the same bytes. What waits is bounded: a slow disk makes it slower, never larger.
 */
final class CodeRun implements AutoCloseable {
    /** What an input became: a coded article or the reason why not. */
    interface Results {
        void coded(CodedArticle article) throws IOException;

        void problem(Problem problem);
    }

    private record Outcome(List<CodedArticle> coded, List<Problem> problems) {}

    /** How an article is coded, or taken from where it was coded before. Used by all threads. */
    interface Coding {
        CodedArticle code(Article article);
    }

    private final Coding coder;
    private final ArticleReader reader = new ArticleReader();
    private final ExecutorService workers;
    private final int mostWaiting;
    private final Deque<Future<Outcome>> waiting = new ArrayDeque<>();
    private final Results results;

    CodeRun(Coding coder, int threads, Results results) {
        this.coder = coder;
        this.workers = Executors.newFixedThreadPool(threads);
        this.mostWaiting = threads * 8;
        this.results = results;
    }

    /** Codes files, folders and "-" (standard input) in their order. */
    void run(List<Path> paths, Console console) throws IOException {
        for (Path path : paths) {
            if (path.toString().equals("-")) {
                stream(sink -> reader.read(console.in(), "standard input", sink));
            } else if (Files.isDirectory(path)) {
                List<Problem> problems = new ArrayList<>();
                List<Path> files = reader.filesIn(path, collecting(new ArrayList<>(), problems));
                problems.forEach(results::problem);
                for (Path file : files) {
                    file(file);
                }
            } else {
                file(path);
            }
        }
        drain(0);
    }

    private void file(Path file) throws IOException {
        if (ArticleReader.holdsMany(file)) {
            // many articles in one file: read here, code on all threads
            stream(sink -> reader.read(file, sink));
            return;
        }
        submit(() -> {
            List<Article> articles = new ArrayList<>(1);
            List<Problem> problems = new ArrayList<>(0);
            reader.read(file, collecting(articles, problems));
            return code(articles, problems);
        });
    }

    private void stream(Consumer<ArticleSink> source) throws IOException {
        List<IOException> failed = new ArrayList<>(1);
        source.accept(new ArticleSink() {
            @Override
            public void article(Article article) {
                submitQuietly(() -> code(List.of(article), List.of()));
            }

            @Override
            public void problem(Problem problem) {
                submitQuietly(() -> new Outcome(List.of(), List.of(problem)));
            }

            private void submitQuietly(Callable<Outcome> work) {
                try {
                    if (failed.isEmpty()) {
                        submit(work);
                    }
                } catch (IOException e) {
                    failed.add(e);
                }
            }
        });
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }

    private Outcome code(List<Article> articles, List<Problem> problems) {
        List<CodedArticle> coded = new ArrayList<>(articles.size());
        List<Problem> failed = new ArrayList<>(problems);
        for (Article article : articles) {
            try {
                coded.add(coder.code(article));
            } catch (RuntimeException | StackOverflowError e) {
                failed.add(new Problem(
                        article.file() == null ? "article " + article.id() : article.file(),
                        "could not be coded: " + e));
            }
        }
        return new Outcome(coded, failed);
    }

    private void submit(Callable<Outcome> work) throws IOException {
        waiting.add(workers.submit(work));
        drain(mostWaiting);
    }

    private void drain(int most) throws IOException {
        while (waiting.size() > most) {
            Outcome outcome = result(waiting.removeFirst());
            outcome.problems().forEach(results::problem);
            for (CodedArticle article : outcome.coded()) {
                results.coded(article);
            }
        }
    }

    private static Outcome result(Future<Outcome> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ArticleSink collecting(List<Article> articles, List<Problem> problems) {
        return new ArticleSink() {
            @Override
            public void article(Article article) {
                articles.add(article);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        };
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
