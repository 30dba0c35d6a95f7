package org.casus.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Keeps a coded article; true when it had been kept before this run. */
    abstract boolean keep(CodedArticle coded);

    /** Says at the end what was kept. */
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
        private final Store store;
        private final Casus casus;
        private final Keeper keeper;
        private final boolean anew;
        private final Set<String> before = ConcurrentHashMap.newKeySet();
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
            Kept kept = keeper.keep(coded);
            added += kept == Kept.NEW ? 1 : 0;
            replaced += kept == Kept.REPLACED ? 1 : 0;
            unchanged += kept == Kept.UNCHANGED ? 1 : 0;
            return false;
        }

        @Override
        void report(Console console) {
            console.say("kept " + added + (added == 1 ? " new article" : " new articles")
                    + (replaced > 0 ? ", " + replaced + " coded anew" : "")
                    + (unchanged > 0 ? ", " + unchanged + " as before" : ""));
        }
    }
}
