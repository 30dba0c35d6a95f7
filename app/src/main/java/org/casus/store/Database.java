package org.casus.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The DuckDB file under a store: opened, brought to the tables of this program, with one connection to write and some to read. */
final class Database implements AutoCloseable {
    private static final String HOME = "/org/casus/store/";
    /** Each file takes a store one version further; their order is their number. */
    private static final List<String> MIGRATIONS =
            List.of("001-tables.sql", "002-sources.sql", "003-keys.sql", "004-source-figures.sql");

    private static final Pattern HOLDER = Pattern.compile("held in (.*?) \\(PID (\\d+)\\)");

    private final Path file;
    private final DuckDBConnection writing;
    private final BlockingQueue<Connection> reading;
    private final int readers;
    private final int timeoutSeconds;
    private @Nullable Path temporary;

    /** What is asked of a connection. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    Database(Path file, StoreOptions options) {
        this.file = file.toAbsolutePath();
        this.timeoutSeconds = options.timeoutSeconds();
        this.readers = options.readers();
        this.reading = new ArrayBlockingQueue<>(readers);
        this.writing = open(file, options);
        try {
            migrate(file);
            for (int i = 0; i < readers; i++) {
                reading.add(writing.duplicate());
            }
        } catch (SQLException e) {
            throw new StoreException(file + " cannot be opened as a store: " + firstLine(e), e);
        }
    }

    /** What any connection to a store's file is opened with. */
    static Properties settings(StoreOptions options) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", options.memoryMb() + "MB");
        settings.setProperty("threads", String.valueOf(options.threads()));
        // a store is a file with rows in it and nothing that could reach out of it
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("preserve_insertion_order", "true");
        return settings;
    }

    private static DuckDBConnection open(Path file, StoreOptions options) {
        try {
            DuckDBConnection connection = (DuckDBConnection)
                    DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings(options));
            NativeLibrary.forgetUnpacked();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET enable_external_access = false");
                statement.execute("SET TimeZone = 'UTC'");
            }
            return connection;
        } catch (SQLException e) {
            throw refused(file, e);
        }
    }

    private static StoreException refused(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage());
        Matcher holder = HOLDER.matcher(message);
        if (holder.find()) {
            return new StoreException(
                    file + " is held by process " + holder.group(2) + " (" + holder.group(1)
                            + "): stop it, or read through its server (casus serve)",
                    e);
        }
        if (message.contains("lock")) {
            return new StoreException(
                    file + " is held by another process: stop it, or read through its server (casus serve)", e);
        }
        if (Files.isDirectory(file)) {
            return new StoreException(file + " is a folder; a store is a file, such as casus.duckdb", e);
        }
        if (message.contains("not a valid DuckDB database")) {
            return new StoreException(file + " is no store: it was not written by casus; choose another file", e);
        }
        return new StoreException(file + " cannot be opened as a store: " + firstLine(e), e);
    }

    private void migrate(Path file) throws SQLException {
        try (Statement statement = writing.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, applied TIMESTAMP NOT NULL)");
            int version;
            try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(number), 0) FROM migration")) {
                rows.next();
                version = rows.getInt(1);
            }
            if (version > MIGRATIONS.size()) {
                throw new StoreException(file + " was written by a newer casus (tables of version " + version
                        + ", this program knows " + MIGRATIONS.size() + "): take the newer program");
            }
            for (int number = version + 1; number <= MIGRATIONS.size(); number++) {
                statement.execute("BEGIN");
                statement.execute(script(MIGRATIONS.get(number - 1)));
                statement.execute("INSERT INTO migration VALUES (" + number + ", now()::TIMESTAMP)");
                statement.execute("COMMIT");
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Database.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new StoreException("the program lacks its file " + HOME + name + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("cannot read " + HOME + name, e);
        }
    }

    /** The connection that writes; its callers take care that they are one at a time. */
    DuckDBConnection writing() {
        return writing;
    }

    /** Asks on a connection of its own, when one is free. */
    <T> T ask(Question<T> question) {
        Connection connection = take();
        try {
            return question.ask(connection);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            reading.add(connection);
        }
    }

    private Connection take() {
        try {
            Connection free = reading.poll(timeoutSeconds, TimeUnit.SECONDS);
            if (free == null) {
                throw new BusyException("the store has more questions than it can answer; ask again later");
            }
            return free;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted");
        }
    }

    /** Reads a row. */
    void ping() {
        ask(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("SELECT 1 FROM migration");
            }
        });
    }

    /** Writes a row as it is, so that a full disk shows before an article is lost to it. */
    void touch() {
        try (Statement statement = writing.createStatement()) {
            statement.execute("UPDATE migration SET applied = applied WHERE number = 1");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Bytes of the file and of what is not in it yet. */
    long bytes() {
        return size(file) + size(Path.of(file + ".wal"));
    }

    /** The folder goes when the store is closed. */
    void deleteAfter(Path folder) {
        temporary = folder;
    }

    /** Deletes a folder of files. */
    static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // the system empties its temporary folder some day
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * Begins a transaction. The driver would begin it with the next statement only, and an appender is none: what it flushes before would
     * be kept table by table.
     */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /**
     * Takes a transaction back that failed. One whose commit failed is gone already, but the driver believes that it still runs and
     * would not begin the next: the rows of the next article would each be a transaction of their own.
     */
    static void undo(Connection connection, Exception cause) {
        try {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("BEGIN");
                }
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            cause.addSuppressed(broken);
        }
    }

    /** True where no row can be written: a full disk, a broken file. */
    static boolean isFileFault(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("IO Error")
                || message.contains("Failed to commit")
                || message.contains("Could not write")
                || message.contains("FATAL")
                || message.contains("invalidated");
    }

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    static RuntimeException failure(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("INTERRUPT")) {
            return new BusyException("the question takes too long; ask for less (a shorter time, fewer actors)");
        }
        return new StoreException("the store failed: " + firstLine(e), e);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    @Override
    public void close() {
        try {
            if (writing.isClosed()) {
                return;
            }
            for (int i = 0; i < readers; i++) {
                Connection free = reading.poll(timeoutSeconds, TimeUnit.SECONDS);
                if (free != null) {
                    free.close();
                }
            }
            writing.close();
            if (temporary != null) {
                delete(temporary);
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
