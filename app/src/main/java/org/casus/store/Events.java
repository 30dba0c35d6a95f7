package org.casus.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.casus.codebook.Codebook;
import org.jspecify.annotations.Nullable;

/** Asks a store for events. */
public final class Events {
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final EventRows rows;

    Events(Database database, Codebook codebook) {
        this.database = database;
        this.rows = new EventRows(codebook);
    }

    /**
     * Some events and where to go on.
     *
     * @param next for the page behind this one; null when this is the last
     */
    public record Page(List<StoredEvent> events, @Nullable Cursor next) {}

    /** Takes events as they come out of the store, some at a time. */
    public interface Sink {
        void accept(List<StoredEvent> events) throws IOException;
    }

    /**
     * A page of events.
     *
     * @param cursor where the page before ended; null for the first
     * @param limit how many at most
     */
    public Page page(EventFilter filter, EventSort sort, @Nullable Cursor cursor, int limit) {
        EventFilter rest = cursor == null ? filter : cursor.behind(filter);
        return database.ask(connection -> {
            List<Found> found = find(connection, rest, sort, limit + 1L);
            if (found.size() <= limit) {
                return new Page(read(connection, found), null);
            }
            List<Found> shown = found.subList(0, limit);
            Found last = shown.get(limit - 1);
            return new Page(read(connection, shown), new Cursor(sort, last.value, last.event));
        });
    }

    /** A row that was found, before anything of it is read. */
    private record Found(long event, long article, long sentence, String value) {}

    private List<Found> find(Connection connection, EventFilter filter, EventSort sort, long limit)
            throws SQLException {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        String sql = "SELECT e.event_key, e.article_key, e.sentence_key, " + sort.column()
                + " AS sort_value FROM event e WHERE " + filter.sql() + " ORDER BY " + sort.order() + " LIMIT ?";
        try (PreparedStatement statement = EventRows.prepare(connection, sql, values, database.timeoutSeconds());
                ResultSet row = statement.executeQuery()) {
            List<Found> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Found(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)));
            }
            return found;
        }
    }

    /**
     * The found events in their order. The keys stand in the question itself, and each table is read on its own before they are joined:
     * only so does DuckDB take the rows from its indexes (a page of a million events: 14 ms, as plain joins 100, with a join on the
     * keys 470).
     */
    private List<StoredEvent> read(Connection connection, List<Found> found) throws SQLException {
        if (found.isEmpty()) {
            return List.of();
        }
        String sql =
                "WITH some_events AS MATERIALIZED (SELECT * FROM event WHERE event_key IN " + list(found, Found::event)
                        + "), some_articles AS MATERIALIZED (SELECT * EXCLUDE (body, mentions, reasons) FROM article WHERE article_key IN "
                        + list(found, Found::article)
                        + "), some_sentences AS MATERIALIZED (SELECT * FROM sentence WHERE sentence_key IN "
                        + list(found, Found::sentence) + ") SELECT " + EventRows.COLUMNS + " FROM "
                        + EventRows.tables("some_events", "some_articles", "some_sentences");
        Map<Long, StoredEvent> events = new HashMap<>();
        try (PreparedStatement statement = EventRows.prepare(connection, sql, List.of(), database.timeoutSeconds());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                StoredEvent event = rows.read(row);
                events.put(event.key(), event);
            }
        }
        return found.stream()
                .map(row -> events.get(row.event))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String list(List<Found> found, ToLongFunction<Found> key) {
        return found.stream()
                .mapToLong(key)
                .distinct()
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** An event by its id. */
    public Optional<StoredEvent> find(String id) {
        EventFilter one = EventFilter.ALL.where("e.event_id = ?", id);
        return page(one, EventSort.LAST_CODED, null, 1).events().stream().findFirst();
    }

    /** How many there are. */
    public long count(EventFilter filter) {
        return database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(
                            connection,
                            "SELECT count(*) FROM event e WHERE " + filter.sql(),
                            filter.values(),
                            database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Hands on all events of a filter in an order, some at a time: a slow taker holds nothing in the store. */
    public void forEach(EventFilter filter, EventSort sort, Sink sink) throws IOException {
        List<Found> all = database.ask(connection -> find(connection, filter, sort, Long.MAX_VALUE));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Found> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            sink.accept(database.ask(connection -> read(connection, some)));
        }
    }
}
