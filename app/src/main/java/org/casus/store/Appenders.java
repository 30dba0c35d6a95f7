package org.casus.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.position.PositionReport;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to tables, many times faster than statements that insert them. Rows are in the transaction in which {@link #flush} is
 * called, and in none when {@link #discard} comes first. The values of a row must be of the types of its columns: a TINYINT is a byte,
 * a BIGINT a long. One thread at a time.
 */
final class Appenders {
    private final DuckDBConnection connection;
    private final Map<String, DuckDBAppender> byTable = new LinkedHashMap<>();

    Appenders(DuckDBConnection connection) {
        this.connection = connection;
    }

    void add(String table, @Nullable Object... row) throws SQLException {
        DuckDBAppender appender = byTable.get(table);
        if (appender == null) {
            appender = connection.createAppender(table);
            // whoever writes holds the store's lock, whatever the thread
            appender.unsafeBreakThreadConfinement();
            byTable.put(table, appender);
        }
        appender.beginRow();
        for (Object value : row) {
            append(appender, value);
        }
        appender.endRow();
    }

    /** Adds what an event says about a standing position. */
    void addPosition(long article, PositionReport report) throws SQLException {
        add(
                "position_report",
                article,
                report.event(),
                report.article(),
                report.holder().id(),
                report.holder().name(),
                report.stance().name(),
                report.toward().id(),
                report.toward().name(),
                report.issue() == null ? null : report.issue().id(),
                report.issue() == null ? null : report.issue().name(),
                report.effect().name(),
                report.day(),
                report.confidence());
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Long number) {
            appender.append(number);
        } else if (value instanceof Integer number) {
            appender.append(number);
        } else if (value instanceof Byte number) {
            appender.append(number);
        } else if (value instanceof Double number) {
            appender.append(number);
        } else if (value instanceof Boolean truth) {
            appender.append(truth);
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else if (value instanceof LocalDateTime moment) {
            appender.append(moment);
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    void flush() throws SQLException {
        for (DuckDBAppender appender : byTable.values()) {
            appender.flush();
        }
    }

    /**
     * Gives up what was added since the last flush; to be called inside of the transaction that is rolled back, since an appender writes
     * what it holds when it is closed.
     */
    void discard() {
        byTable.values().forEach(Appenders::close);
        byTable.clear();
    }

    private static void close(DuckDBAppender appender) {
        try {
            appender.close();
        } catch (SQLException ignored) {
            // what cannot be written needs no undoing
        }
    }
}
