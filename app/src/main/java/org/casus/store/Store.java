package org.casus.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.casus.Coder.CodedArticle;
import org.casus.CoderVersion;
import org.casus.codebook.Codebook;
import org.jspecify.annotations.Nullable;

/**
 * Coded articles in one file, with their events to ask for.
 *
 * <pre>{@code
 * try (Store store = Store.open(Path.of("casus.duckdb"), casus.codebook())) {
 *     store.keep(casus.coder().code(article), casus.version());
 *     Page page = store.events().page(EventFilter.ALL, EventSort.NEWEST, null, 50);
 * }
 * }</pre>
 *
 * An article is kept in whole or not at all, also when the machine fails. One process at a time holds a store; in it all threads may
 * use it at once.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final Codebook codebook;
    private final AtomicLong changes = new AtomicLong();
    private final Object writing = new Object();
    private @Nullable ArticleWriter writer;
    private @Nullable CoderVersion writesFor;

    private Store(Database database, Codebook codebook) {
        this.database = database;
        this.codebook = codebook;
    }

    /** Opens a store, an empty new one where there is no file; {@link StoreException} when it is held by another process or is none. */
    public static Store open(Path file, Codebook codebook) {
        return open(file, codebook, StoreOptions.DEFAULT);
    }

    public static Store open(Path file, Codebook codebook, StoreOptions options) {
        return new Store(new Database(file, options), codebook);
    }

    /** Keeps an article with its events. The same article by the same coder changes nothing; by another, its events are replaced. */
    public Kept keep(CodedArticle coded, CoderVersion coder) {
        synchronized (writing) {
            try {
                Kept kept = writer(coder).keep(coded);
                if (kept != Kept.UNCHANGED) {
                    changes.incrementAndGet();
                }
                return kept;
            } catch (SQLException e) {
                throw Database.failure(e);
            }
        }
    }

    /** True when a coder's events of an article are there: it need not be coded again. */
    public boolean isKept(String articleId, CoderVersion coder) {
        synchronized (writing) {
            try {
                return writer(coder).isKept(articleId);
            } catch (SQLException e) {
                throw Database.failure(e);
            }
        }
    }

    private ArticleWriter writer(CoderVersion coder) throws SQLException {
        ArticleWriter current = writer;
        if (current == null || !coder.equals(writesFor)) {
            current = new ArticleWriter(database.writing(), coder, Clock.systemUTC());
            writer = current;
            writesFor = coder;
        }
        return current;
    }

    /** Grows whenever something is kept: what was answered before may be out of date then. */
    public long changes() {
        return changes.get();
    }

    /** Events one by one. */
    public Events events() {
        return new Events(database, codebook);
    }

    /** Events in numbers. */
    public Figures figures() {
        return new Figures(database);
    }

    /** Articles and who is in them. */
    public Articles articles() {
        return new Articles(database, codebook);
    }

    @Override
    public void close() {
        synchronized (writing) {
            database.close();
        }
    }
}
