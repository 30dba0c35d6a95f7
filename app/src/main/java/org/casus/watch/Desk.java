package org.casus.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Language;
import org.casus.article.Problem;
import org.casus.feed.Columns;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;
import org.casus.fetch.FetchException.Hope;
import org.casus.metrics.Failed;
import org.casus.metrics.Metrics;
import org.casus.metrics.Skipped;
import org.casus.store.ItemEnd;
import org.casus.store.Keeper;
import org.casus.store.Kept;
import org.casus.store.SourceBook;
import org.casus.store.StoreException;
import org.casus.store.WaitingItem;
import org.jspecify.annotations.Nullable;

/**
 * Where items end: read, told apart from what is known, coded, kept. An article and the end of its item are one transaction, so that a
 * fall of the machine loses no item and doubles none. Works for many threads at once.
 */
final class Desk {
    private final Casus casus;
    private final SourceBook book;
    private final Keeper keeper;
    private final PageReading reading;
    private final Function<String, @Nullable String> publishers;
    private final WatchOptions options;
    private final Clock clock;
    private final WatchLog log;
    private final Metrics metrics;
    private final Tally tally;
    private final BooleanSupplier stopped;

    /**
     * @param publishers who counts as publisher of a source, by its id
     * @param stopped true when files are to be left where they are
     */
    Desk(
            Casus casus,
            SourceBook book,
            Keeper keeper,
            PageReading reading,
            Function<String, @Nullable String> publishers,
            WatchOptions options,
            Clock clock,
            WatchLog log,
            Metrics metrics,
            Tally tally,
            BooleanSupplier stopped) {
        this.casus = casus;
        this.book = book;
        this.keeper = keeper;
        this.reading = reading;
        this.publishers = publishers;
        this.options = options;
        this.clock = clock;
        this.log = log;
        this.metrics = metrics;
        this.tally = tally;
        this.stopped = stopped;
    }

    /** Ends an item whose page was fetched. */
    void page(WaitingItem item, Unread page) {
        String publisher = publishers.apply(item.source());
        PageReading.Result result = PageReading.read(item, page, publisher);
        if (result.article() == null && item.text() != null) {
            result = PageReading.read(item, reading.text(item, item.text()), publisher);
        }
        if (result.article() == null) {
            failed(item, Failed.READ, result.reason(), Hope.LATER, null);
        } else {
            article(item, result.article());
        }
    }

    private void article(WaitingItem item, Article article) {
        if (book.hasSameText(item, article) || keeper.isKept(article.id())) {
            book.same(item, article);
            known();
            return;
        }
        Optional<String> language = Language.notEnglish(article);
        if (language.isPresent()) {
            book.end(item, ItemEnd.FOREIGN, language.get());
            foreign();
            return;
        }
        try {
            count(keeper.keep(coded(article), item));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            failed(item, Failed.CODE, "could not be coded: " + e, Hope.NEVER, null);
        }
    }

    private CodedArticle coded(Article article) {
        return metrics.coding(() -> casus.coder().code(article));
    }

    private void count(Kept kept) {
        if (kept == Kept.NEW) {
            tally.added.incrementAndGet();
        } else {
            known();
        }
    }

    private void known() {
        tally.same.incrementAndGet();
        metrics.skipped(Skipped.KNOWN);
    }

    private void foreign() {
        tally.foreign.incrementAndGet();
        metrics.skipped(Skipped.FOREIGN);
    }

    /** Puts an item off, or gives it up when it was tried often enough. */
    void failed(WaitingItem item, Failed kind, String reason, Hope hope, @Nullable Duration retryAfter) {
        tally.errors.incrementAndGet();
        boolean again = hope == Hope.LATER && item.tries() + 1 < options.tries();
        if (again) {
            Duration wait = options.retry().multipliedBy((long) Math.pow(6, item.tries()));
            boolean asked = retryAfter != null && retryAfter.compareTo(wait) > 0;
            book.putOff(item, clock.instant().plus(asked ? retryAfter : wait), reason);
            metrics.putOff();
        } else {
            book.end(item, ItemEnd.FAILED, reason);
            metrics.failed(kind);
        }
        if (item.tries() == 0 || !again) {
            log.problem(
                    item.link() == null ? "an item without a link" : item.link(),
                    reason + (again ? "; it is tried again" : ""));
        }
    }

    /** Ends a file: one article, or as many as it holds. */
    void file(WaitingItem item, Path file) {
        Files files = new Files(item);
        try {
            new Inputs(Columns.guessed(), false).read(file, files);
        } catch (StoppedException e) {
            return;
        }
        if (files.articles == 0 && files.reason != null) {
            failed(item, files.kind, files.reason, Hope.NEVER, null);
        } else {
            book.end(item, ItemEnd.KEPT, files.reason);
            if (files.reason != null) {
                metrics.failed(files.kind);
            }
        }
    }

    /** Thrown out of a file of many when there is no time to end it; it is read again at the next start. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Files implements FeedSink, ArticleSink {
        private final WaitingItem item;
        private int articles;
        private @Nullable String reason;
        private Failed kind = Failed.READ;

        Files(WaitingItem item) {
            this.item = item;
        }

        @Override
        public void found(Unread input) {
            input.read(this);
        }

        @Override
        public void article(Article article) {
            if (stopped.getAsBoolean()) {
                throw new StoppedException();
            }
            articles++;
            if (keeper.isKept(article.id())) {
                known();
            } else if (Language.notEnglish(article).isPresent()) {
                foreign();
            } else {
                code(article);
            }
        }

        private void code(Article article) {
            try {
                count(keeper.keepOneOf(item, coded(article)));
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                problem(Failed.CODE, new Problem(item.link() + ", " + article.title(), "could not be coded: " + e));
            }
        }

        @Override
        public void problem(Problem problem) {
            problem(Failed.READ, problem);
        }

        /** The last problem of a file without articles is counted when its item ends. */
        private void problem(Failed why, Problem problem) {
            if (reason != null) {
                tally.errors.incrementAndGet();
                metrics.failed(kind);
            }
            kind = why;
            reason = problem.reason();
            log.problem(problem.input(), problem.reason());
        }

        @Override
        public void passedOver() {}

        @Override
        public void note(String line) {}
    }
}
