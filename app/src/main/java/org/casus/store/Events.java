package org.casus.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.codebook.Codebook;
import org.jspecify.annotations.Nullable;

/** Asks a store for events. */
public final class Events {
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

    /** Takes events as they come out of the store. */
    public interface Sink {
        void accept(StoredEvent event) throws IOException;
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
            List<StoredEvent> events = new ArrayList<>();
            Cursor next = null;
            String value = "";
            try (PreparedStatement statement = select(connection, rest, sort, limit + 1);
                    ResultSet row = statement.executeQuery()) {
                while (row.next() && next == null) {
                    if (events.size() == limit) {
                        next = new Cursor(sort, value, events.get(limit - 1).key());
                    } else {
                        events.add(rows.read(row));
                        value = row.getString("sort_value");
                    }
                }
                return new Page(events, next);
            }
        });
    }

    private PreparedStatement select(Connection connection, EventFilter filter, EventSort sort, long limit)
            throws SQLException {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        // the rows first, then what belongs to them: the joins see only as many rows as are asked for
        String sql = "SELECT " + sort.column() + " AS sort_value, " + EventRows.COLUMNS
                + " FROM (SELECT * FROM event e WHERE " + filter.sql() + " ORDER BY " + sort.order() + " LIMIT ?) e "
                + EventRows.JOINS + " ORDER BY " + sort.order();
        return EventRows.prepare(connection, sql, values, database.timeoutSeconds());
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

    /** Hands on all events of a filter in an order, a page at a time: a slow taker holds nothing in the store. */
    public void forEach(EventFilter filter, EventSort sort, Sink sink) throws IOException {
        Cursor cursor = null;
        do {
            Page page = page(filter, sort, cursor, PAGE);
            for (StoredEvent event : page.events()) {
                sink.accept(event);
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static final int PAGE = 5000;
}
