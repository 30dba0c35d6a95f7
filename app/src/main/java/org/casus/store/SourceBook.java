package org.casus.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.casus.article.Article;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which sources are followed, what they listed and what became of it. Each call is a transaction: what a source listed is kept
 * together with the marks by which its server is asked next, so that nothing listed is lost and nothing is read twice after a stop of
 * any kind. All threads may use it; they wait for each other.
 */
public final class SourceBook {
    private final Store store;
    private final DuckDBConnection connection;
    private final Clock clock;
    private long lastItem;

    SourceBook(Store store, Database database, Clock clock) {
        this.store = store;
        this.connection = database.writing();
        this.clock = clock;
        work(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE OR REPLACE TEMP TABLE arrived (position INTEGER, name_mark VARCHAR,"
                        + " link_mark VARCHAR, host VARCHAR, link VARCHAR, title VARCHAR, publisher VARCHAR,"
                        + " published DATE, text VARCHAR)");
                try (ResultSet row = statement.executeQuery("SELECT coalesce(max(item_key), 0) FROM source_item")) {
                    row.next();
                    lastItem = row.getLong(1);
                }
            }
            return true;
        });
    }

    private interface Work<T> {
        T get() throws SQLException;
    }

    private <T> T work(Work<T> work) {
        synchronized (store.writing()) {
            try {
                return work.get();
            } catch (SQLException e) {
                throw store.writeFailed(e);
            }
        }
    }

    private <T> T transaction(Work<T> work) {
        return work(() -> {
            connection.setAutoCommit(false);
            try {
                T result = work.get();
                connection.commit();
                connection.setAutoCommit(true);
                store.written();
                store.sourcesChanged();
                return result;
            } catch (SQLException | RuntimeException e) {
                Database.undo(connection, e);
                throw e;
            }
        });
    }

    /** Takes a source up; one that is there gets the new publisher and schedule and keeps its state. */
    public void follow(Source source) {
        SourceState begun = SourceState.begun(source, clock.instant());
        transaction(() -> run(
                "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?, NULL, ?, 0, 0, NULL, NULL, 0) ON CONFLICT (source_id)"
                        + " DO UPDATE SET publisher = coalesce(excluded.publisher, source.publisher),"
                        + " every_seconds = excluded.every_seconds",
                source.id(),
                source.address(),
                source.kind().name(),
                source.publisher(),
                source.every().toSeconds(),
                now(),
                begun.pace().toSeconds(),
                time(begun.nextFetch())));
    }

    /** Follows a source no more; its articles stay. False when it was not followed. */
    public boolean drop(String id) {
        return transaction(() -> {
            run("DELETE FROM source_item WHERE source_id = ? AND state = 'WAITING'", id);
            return run("DELETE FROM source WHERE source_id = ?", id) > 0;
        });
    }

    /** All that are followed, in the order in which they are due. */
    public List<SourceState> all() {
        return work(() -> {
            List<SourceState> states = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM source ORDER BY next_fetch, source_id")) {
                while (row.next()) {
                    states.add(Sources.state(row));
                }
            }
            return states;
        });
    }

    /**
     * Keeps what a look at a source gave: how to go on, and of the items those that are new. An item is known by its name within
     * its source, and by its link in all of them; but a known link under a new name is read once more when the last look at it is
     * older than a quarter of a day, since it may have a new text.
     *
     * @param then how to go on after so many new items
     * @return how it goes on
     */
    public SourceState looked(String id, Collection<SourceItem> items, IntFunction<SourceState> then) {
        return transaction(() -> {
            SourceState state = then.apply(items.isEmpty() ? 0 : added(id, items));
            save(state);
            return state;
        });
    }

    private int added(String id, Collection<SourceItem> items) throws SQLException {
        arrive(items);
        int added = run(
                "INSERT INTO source_item SELECT ? + row_number() OVER (ORDER BY a.position), ?, a.name_mark, a.link_mark,"
                        + " NULL, a.host, a.link, a.title, a.publisher, a.published, a.text, ?, 'WAITING', 0, ?, NULL"
                        + " FROM arrived a WHERE NOT EXISTS (SELECT 1 FROM source_item i WHERE i.source_id = ?"
                        + " AND i.name_mark = a.name_mark) AND NOT EXISTS (SELECT 1 FROM source_item i"
                        + " WHERE i.link_mark = a.link_mark AND (i.source_id <> ? OR i.state = 'WAITING'"
                        + " OR i.listed > ?))",
                lastItem,
                id,
                now(),
                now(),
                id,
                id,
                now().minusHours(6));
        lastItem += added;
        return added;
    }

    private void save(SourceState state) throws SQLException {
        run(
                "UPDATE source SET kind = ?, etag = ?, last_modified = ?, pace_seconds = ?, last_fetch = ?, next_fetch = ?,"
                        + " failures = ?, error = ?, title = ?, last_added = ? WHERE source_id = ?",
                state.source().kind().name(),
                state.etag(),
                state.lastModified(),
                state.pace().toSeconds(),
                state.lastFetch() == null ? null : time(state.lastFetch()),
                time(state.nextFetch()),
                state.failures(),
                state.error(),
                state.title(),
                state.added(),
                state.source().id());
    }

    /** Lays the items beside the known ones; of two with one name or link the first counts. */
    private void arrive(Collection<SourceItem> items) throws SQLException {
        Set<String> marks = new HashSet<>();
        run("DELETE FROM arrived");
        try (DuckDBAppender rows = connection.createAppender("temp", "main", "arrived")) {
            int position = 0;
            for (SourceItem item : items) {
                String name = Article.fingerprint(item.name());
                // a file that changed is read again, whatever its path
                boolean page = item.link() != null && !item.host().isEmpty();
                String link = page ? Article.fingerprint(item.link()) : "name " + name;
                boolean newName = marks.add("name " + name);
                boolean newLink = marks.add("link " + link);
                if (!newName || !newLink) {
                    continue;
                }
                rows.beginRow();
                rows.append(position++);
                rows.append(name).append(link).append(item.host()).append(item.link());
                rows.append(item.title()).append(item.publisher());
                rows.append(item.published());
                rows.append(item.text());
                rows.endRow();
            }
        }
    }

    /**
     * Items that may be read now: the oldest of each host before the second oldest of any.
     *
     * @param without keys of items that are in work
     * @param resting hosts that are not to be asked
     */
    public List<WaitingItem> waiting(Set<Long> without, Set<String> resting, int perHost, int most) {
        String sql = "SELECT * FROM source_item WHERE item_key IN (SELECT item_key FROM (SELECT item_key,"
                + " row_number() OVER (PARTITION BY host ORDER BY item_key) AS turn FROM source_item"
                + " WHERE state = 'WAITING' AND next_try <= ? AND NOT list_contains(?, item_key)"
                + " AND NOT list_contains(?, host)) WHERE turn <= ? ORDER BY turn, item_key LIMIT ?) ORDER BY item_key";
        return work(() -> {
            List<WaitingItem> items = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, now());
                statement.setArray(2, connection.createArrayOf("BIGINT", without.toArray()));
                statement.setArray(3, connection.createArrayOf("VARCHAR", resting.toArray()));
                statement.setInt(4, perHost);
                statement.setInt(5, most);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        items.add(item(row));
                    }
                }
            }
            return items;
        });
    }

    private static WaitingItem item(ResultSet row) throws SQLException {
        return new WaitingItem(
                row.getLong("item_key"),
                row.getString("source_id"),
                row.getString("link_mark"),
                row.getInt("tries"),
                row.getString("host"),
                row.getString("link"),
                row.getString("title"),
                row.getString("publisher"),
                EventRows.day(row, "published"),
                row.getString("text"));
    }

    /** When the next item that waits may be tried; null when none waits. */
    public @Nullable Instant nextTry() {
        return work(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT min(next_try) AS next_try FROM source_item WHERE state = 'WAITING'")) {
                row.next();
                LocalDateTime next = row.getObject(1, LocalDateTime.class);
                return next == null ? null : next.toInstant(ZoneOffset.UTC);
            }
        });
    }

    /** Puts an item off after a try that failed. */
    public void putOff(WaitingItem item, Instant until, String why) {
        transaction(() -> run(
                "UPDATE source_item SET tries = tries + 1, next_try = ?, error = ? WHERE item_key = ?",
                time(until),
                why,
                item.key()));
    }

    /** Ends an item of which no article comes. */
    public void end(WaitingItem item, ItemEnd end, @Nullable String why) {
        transaction(() -> ended(connection, item, end, null, why));
    }

    /** Ends an item whose article is in the store already. */
    public void same(WaitingItem item, Article article) {
        transaction(() -> ended(connection, item, ItemEnd.SAME, Article.fingerprint(article.body()), null));
    }

    /** True when an earlier item with the same link had the same text: it is no new article, whatever day or name it has now. */
    public boolean hasSameText(WaitingItem item, Article article) {
        return work(() -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT 1 FROM source_item WHERE link_mark = ? AND text_mark = ? AND item_key <> ? LIMIT 1")) {
                statement.setString(1, item.linkMark());
                statement.setString(2, Article.fingerprint(article.body()));
                statement.setLong(3, item.key());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Inside the transaction in which an article is kept. */
    static void kept(Connection connection, WaitingItem item, Article article, boolean isNew) throws SQLException {
        ended(connection, item, isNew ? ItemEnd.KEPT : ItemEnd.SAME, Article.fingerprint(article.body()), null);
        counted(connection, item, isNew);
    }

    /** Counts an article for the source of an item that goes on, as a file with many does. */
    static void counted(Connection connection, WaitingItem item, boolean isNew) throws SQLException {
        if (isNew) {
            run(connection, "UPDATE source SET articles = articles + 1 WHERE source_id = ?", item.source());
        }
    }

    private static int ended(
            Connection connection, WaitingItem item, ItemEnd end, @Nullable String text, @Nullable String why)
            throws SQLException {
        return run(
                connection,
                "UPDATE source_item SET state = ?, text_mark = ?, text = NULL, error = ?, tries = tries + 1"
                        + " WHERE item_key = ?",
                end.name(),
                text,
                why,
                item.key());
    }

    private int run(String sql, @Nullable Object... values) throws SQLException {
        return run(connection, sql, values);
    }

    private static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private LocalDateTime now() {
        return time(clock.instant());
    }

    private static LocalDateTime time(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
