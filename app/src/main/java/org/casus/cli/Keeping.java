package org.casus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.store.Keeper;
import org.casus.store.Kept;
import org.casus.store.Store;
import org.casus.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Coding beside a store: what the store holds by this coder is taken from it, everything else is coded and kept. */
abstract class Keeping implements CodeRun.Coding, AutoCloseable {

    /**
     * The way for a command.
     *
     * @param store null: nothing is kept
     * @param anew true: code also what is kept
     */
    static Keeping in(@Nullable Store store, Casus casus, boolean anew) {
        return store == null ? new Nowhere(casus) : new InStore(store, casus, anew);
    }

    /** Keeps a coded article, at the latest a moment later together with others; true when it had been kept before this run. */
    abstract boolean keep(CodedArticle coded);

    /** Says at the end what was kept, when all of it is. */
    abstract void report(Console console);

    @Override
    public void close() {}

    private static final class Nowhere extends Keeping {
        private final Casus casus;

        Nowhere(Casus casus) {
            this.casus = casus;
        }

        @Override
        public CodedArticle code(Article article) {
            return casus.coder().code(article);
        }

        @Override
        boolean keep(CodedArticle coded) {
            return false;
        }

        @Override
        void report(Console console) {}
    }

    private static final class InStore extends Keeping {
        /** So many articles, and so much time, wait at most to be kept together. */
        private static final int MOST_WAITING = 16;

        private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

        private final Store store;
        private final Casus casus;
        private final Keeper keeper;
        private final boolean anew;
        private final Set<String> before = ConcurrentHashMap.newKeySet();
        private final List<CodedArticle> waiting = new ArrayList<>();
        private long waitingSince;
        private int added;
        private int replaced;
        private int unchanged;

        InStore(Store store, Casus casus, boolean anew) {
            this.store = store;
            this.casus = casus;
            this.keeper = store.keeper(casus);
            this.anew = anew;
        }

        @Override
        public CodedArticle code(Article article) {
            if (anew || !keeper.isKept(article.id())) {
                return casus.coder().code(article);
            }
            before.add(article.id());
            List<Event> events = store.articles().find(article.id()).orElseThrow().events().stream()
                    .map(StoredEvent::event)
                    .toList();
            return new CodedArticle(article, events, List.of());
        }

        @Override
        boolean keep(CodedArticle coded) {
            if (before.contains(coded.article().id())) {
                unchanged++;
                return true;
            }
            if (waiting.isEmpty()) {
                waitingSince = System.nanoTime();
            }
            waiting.add(coded);
            if (waiting.size() == MOST_WAITING || System.nanoTime() - waitingSince > LONGEST_WAIT_NANOS) {
                keepWaiting();
            }
            return false;
        }

        private void keepWaiting() {
            List<CodedArticle> some = List.copyOf(waiting);
            waiting.clear();
            for (Kept kept : some.isEmpty() ? List.<Kept>of() : keeper.keepAll(some)) {
                added += kept == Kept.NEW ? 1 : 0;
                replaced += kept == Kept.REPLACED ? 1 : 0;
                unchanged += kept == Kept.UNCHANGED ? 1 : 0;
            }
        }

        @Override
        public void close() {
            keepWaiting();
        }

        @Override
        void report(Console console) {
            keepWaiting();
            console.say("kept " + added + (added == 1 ? " new article" : " new articles")
                    + (replaced > 0 ? ", " + replaced + " coded anew" : "")
                    + (unchanged > 0 ? ", " + unchanged + " as before" : ""));
        }
    }
}
