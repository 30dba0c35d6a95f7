package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a store for the sources that it follows. */
public final class Sources {
    private final Database database;

    Sources(Database database) {
        this.database = database;
    }

    /**
     * A source in a list.
     *
     * @param waiting how many of its items are still to be read; so for the other numbers
     * @param lastNew when it last listed something that was not known; null for never
     */
    public record Line(
            SourceState state,
            long waiting,
            long kept,
            long foreign,
            long failed,
            @Nullable Instant lastNew) {}

    /** All, in the order of their addresses. */
    public List<Line> all() {
        String sql = """
                SELECT s.*, coalesce(i.waiting, 0) AS waiting, coalesce(i.kept, 0) AS kept,
                       coalesce(i."foreign", 0) AS "foreign", coalesce(i.failed, 0) AS failed, i.last_new
                FROM source s LEFT JOIN (
                    SELECT source_id, count(*) FILTER (state = 'WAITING') AS waiting,
                           count(*) FILTER (state IN ('KEPT', 'SAME')) AS kept,
                           count(*) FILTER (state = 'FOREIGN') AS "foreign",
                           count(*) FILTER (state = 'FAILED') AS failed, max(listed) AS last_new
                    FROM source_item GROUP BY source_id) i ON i.source_id = s.source_id
                ORDER BY s.address
                """;
        return database.ask(connection -> {
            List<Line> lines = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(
                            state(row),
                            row.getLong("waiting"),
                            row.getLong("kept"),
                            row.getLong("foreign"),
                            row.getLong("failed"),
                            moment(row, "last_new")));
                }
            }
            return lines;
        });
    }

    /**
     * How the following stands.
     *
     * @param due how many sources wait for a look that is due
     * @param failing how many failed at their last look
     * @param waiting how many items are still to be read
     */
    public record Counts(long followed, long due, long failing, long waiting) {}

    /** Cheaper than {@link #all}. */
    public Counts counts(Instant now) {
        String sql = "SELECT count(*), count(*) FILTER (next_fetch <= ?), count(*) FILTER (failures > 0),"
                + " (SELECT count(*) FROM source_item WHERE state = 'WAITING') FROM source";
        return database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(
                            connection,
                            sql,
                            List.of(LocalDateTime.ofInstant(now, ZoneOffset.UTC)),
                            database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        });
    }

    static SourceState state(ResultSet row) throws SQLException {
        Instant next = moment(row, "next_fetch");
        return new SourceState(
                new Source(
                        row.getString("source_id"),
                        row.getString("address"),
                        SourceKind.valueOf(row.getString("kind")),
                        row.getString("publisher"),
                        Duration.ofSeconds(row.getLong("every_seconds"))),
                row.getString("etag"),
                row.getString("last_modified"),
                Duration.ofSeconds(row.getLong("pace_seconds")),
                moment(row, "last_fetch"),
                next == null ? Instant.EPOCH : next,
                row.getInt("failures"),
                row.getLong("articles"),
                row.getString("error"),
                row.getString("title"),
                row.getLong("last_added"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
