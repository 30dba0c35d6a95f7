package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.article.Article;
import org.casus.event.Event;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Events as Parquet, compressed by Zstandard: the columns of the CSV with types, and the first and last day of the date. DuckDB writes
 * it, from a database in a temporary folder that is gone after {@link #close}, whether or not that went well.
 */
public final class ParquetWriter implements EventWriter {
    private static final List<EventColumns.Typed> COLUMNS = EventColumns.WITH_DAYS;
    /** What is appended and not yet flushed lies in memory. */
    private static final int BATCH = 10_000;

    private final OutputStream out;
    private final Path folder;
    private final Connection database;
    private final DuckDBAppender appender;
    private int waiting;
    private boolean broken;
    private boolean closed;

    public ParquetWriter(OutputStream out) throws IOException {
        this.out = out;
        this.folder = Files.createTempDirectory("casus-parquet");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("events.duckdb"));
            try (Statement statement = connection.createStatement()) {
                // one thread: the rows come out in the order of the events, and in the same groups every time
                statement.execute("SET threads = 1");
                statement.execute("CREATE TABLE events (" + definitions() + ")");
            }
            appender = connection.unwrap(DuckDBConnection.class).createAppender("events");
        } catch (SQLException e) {
            close(connection);
            delete();
            throw new IOException("cannot write Parquet: " + e.getMessage(), e);
        }
        database = connection;
    }

    private static String definitions() {
        return COLUMNS.stream()
                .map(column -> '"' + column.name() + "\" " + column.type().sql())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        EventColumns.Row row = new EventColumns.Row(article, event);
        try {
            appender.beginRow();
            for (EventColumns.Typed column : COLUMNS) {
                append(column.value().apply(row));
            }
            appender.endRow();
            waiting++;
            if (waiting == BATCH) {
                appender.flush();
                waiting = 0;
            }
        } catch (SQLException e) {
            broken = true;
            throw new IOException("cannot write Parquet: " + e.getMessage(), e);
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Integer whole) {
            appender.append(whole.intValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else {
            appender.append((List<?>) value);
        }
    }

    /** Writes the file; after a failed {@link #write} only tidies up. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Path file = folder.resolve("events.parquet");
        try {
            if (!broken) {
                appender.close();
                try (Statement statement = database.createStatement()) {
                    statement.execute("COPY events TO '" + file.toString().replace("'", "''")
                            + "' (FORMAT parquet, COMPRESSION zstd)");
                }
                Files.copy(file, out);
                out.flush();
            }
        } catch (SQLException e) {
            throw new IOException("cannot write Parquet: " + e.getMessage(), e);
        } finally {
            close(database);
            delete();
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // what it held is deleted next
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
