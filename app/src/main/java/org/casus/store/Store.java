package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.casus.Casus;
import org.casus.CoderVersion;
import org.casus.codebook.Codebook;
import org.casus.position.PositionRules;
import org.jspecify.annotations.Nullable;

/**
 * Coded articles in one file, with their events to ask for.
 *
 * <pre>{@code
 * try (Store store = Store.open(Path.of("casus.duckdb"), casus.codebook())) {
 *     store.keeper(casus).keep(casus.coder().code(article));
 *     Events.Page page = store.events().page(EventFilter.ALL, EventSort.NEWEST, null, 50);
 * }
 * }</pre>
 *
 * An article is kept in whole or not at all, also when the machine fails. One process at a time holds a store; in it all threads may
 * use it at once.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final Codebook codebook;
    /** Knows the keys that are given, so there is one for all keepers; made when the first asks. */
    private @Nullable ArticleWriter writer;

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong sourceChanges = new AtomicLong();
    /** Why the last write came to nothing; null when it did not. */
    private volatile @Nullable StoreException broken;

    private final boolean readOnly;

    private Store(Database database, Codebook codebook, boolean readOnly) {
        this.database = database;
        this.codebook = codebook;
        this.readOnly = readOnly;
    }

    /** Opens a store, an empty new one where there is no file; {@link StoreException} when it is held by another process or is none. */
    public static Store open(Path file, Codebook codebook) {
        return open(file, codebook, StoreOptions.DEFAULT);
    }

    public static Store open(Path file, Codebook codebook, StoreOptions options) {
        return new Store(new Database(file, options), codebook, false);
    }

    /**
     * The events that the Spark job wrote, as Parquet, to a folder: read once, into a temporary file that is gone after {@link #close}.
     * Texts are not there, and nothing can be kept.
     *
     * @throws StoreException when the folder holds no such events
     */
    public static Store ofData(Path folder, Casus casus) {
        DataFolder data = DataFolder.of(folder, "v" + casus.version().digits());
        StoreOptions options = StoreOptions.DEFAULT;
        Path home;
        try {
            home = Files.createTempDirectory("casus-data");
        } catch (IOException e) {
            throw new StoreException("no temporary folder can be made: " + e.getMessage(), e);
        }
        Path file = home.resolve("events.duckdb");
        try {
            new Database(file, options).close();
            new DataImport(data, casus.codebook(), PositionRules.of(casus)).into(file, options);
            Database database = new Database(file, options);
            database.deleteAfter(home);
            return new Store(database, casus.codebook(), true);
        } catch (RuntimeException e) {
            Database.delete(home);
            throw e;
        }
    }

    /** True where nothing can be kept, and articles have no texts. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** For keeping what a coder makes. Several keepers may be at work on one store. */
    public Keeper keeper(Casus casus) {
        return keeper(casus.version(), PositionRules.of(casus));
    }

    Keeper keeper(CoderVersion coder, PositionRules rules) {
        if (readOnly) {
            throw new IllegalStateException("nothing can be kept in data that is only read");
        }
        synchronized (writing()) {
            try {
                if (writer == null) {
                    writer = new ArticleWriter(database.writing(), codebook, Clock.systemUTC());
                }
                return new Keeper(this, writer, coder, rules);
            } catch (SQLException e) {
                throw Database.failure(e);
            }
        }
    }

    /** Who writes holds this. */
    Object writing() {
        return database;
    }

    void changed() {
        changes.incrementAndGet();
    }

    /** Grows whenever something is kept: what was answered before may be out of date then. */
    public long changes() {
        return changes.get();
    }

    void sourcesChanged() {
        sourceChanges.incrementAndGet();
    }

    /** Grows whenever something becomes of a source or its items. */
    public long sourceChanges() {
        return sourceChanges.get();
    }

    /** Makes an exception of why a write came to nothing, and remembers it where the fault is the file's and not the row's. */
    RuntimeException writeFailed(SQLException e) {
        RuntimeException failure = Database.failure(e);
        if (failure instanceof StoreException fault && Database.isFileFault(e)) {
            broken = fault;
        }
        return failure;
    }

    /** A write went well. */
    void written() {
        broken = null;
    }

    /**
     * Writes a little to the file (of one that is only read: reads a little) and waits until it is there, which it may not be for long in a busy store.
     *
     * @throws StoreException with the reason, when the store can no longer be written
     */
    public void check() {
        StoreException known = broken;
        if (known != null) {
            throw known;
        }
        if (readOnly) {
            database.ping();
            return;
        }
        synchronized (writing()) {
            database.touch();
        }
    }

    /** Bytes that the store takes on the disk. */
    public long bytes() {
        return database.bytes();
    }

    /** Events one by one. */
    public Events events() {
        return new Events(database, codebook);
    }

    /** Events in numbers. */
    public Figures figures() {
        return new Figures(database);
    }

    /** Happenings with all their reports. */
    public StoryReports stories() {
        return new StoryReports(database, codebook);
    }

    /** Who stands how to whom. */
    public Positions positions() {
        return new Positions(database);
    }

    /** What is followed. */
    public Sources sources() {
        return new Sources(database);
    }

    /** For following sources. Make one and share it. */
    public SourceBook sourceBook(Clock clock) {
        return new SourceBook(this, database, clock);
    }

    /** Articles and who is in them. */
    public Articles articles() {
        return new Articles(database, codebook);
    }

    @Override
    public void close() {
        synchronized (database) {
            database.close();
        }
    }
}
