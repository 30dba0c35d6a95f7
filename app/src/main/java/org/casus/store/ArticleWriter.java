package org.casus.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.Coder.CodedArticle;
import org.casus.CoderVersion;
import org.casus.actor.Actor;
import org.casus.actor.CountryNames;
import org.casus.article.Article;
import org.casus.codebook.Codebook;
import org.casus.event.Event;
import org.casus.position.PositionReport;
import org.casus.position.PositionRules;
import org.casus.time.PartialDate;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles with their events, each as a whole or not at all. Holds the keys of publishers and actors in memory, since
 * every event asks for two of them. One thread at a time.
 */
final class ArticleWriter {
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private final DuckDBConnection connection;
    private final Appenders appenders;
    private final CountryNames countries = CountryNames.bundled();
    private final ObjectMapper json = new ObjectMapper();
    private final Codebook codebook;
    private final Clock clock;
    private final Map<String, Integer> publishers = new HashMap<>();
    private final Map<Known, Integer> actors = new HashMap<>();
    /** The articles of the last days are read only when one is added to them: who only looks need not wait. */
    private @Nullable StoryLine stories;

    private long lastArticle;
    private long lastSentence;
    private long lastEvent;

    /** An actor without the words that an article uses for it. */
    private record Known(
            @Nullable String id,
            @Nullable String name,
            @Nullable String country,
            String sector,
            @Nullable String role) {
        static Known of(Actor actor) {
            return new Known(
                    actor.id(), actor.name(), actor.country(), actor.sector().name(), actor.role());
        }

        static Known read(ResultSet row) throws SQLException {
            return new Known(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("country"),
                    row.getString("sector"),
                    row.getString("role"));
        }
    }

    ArticleWriter(DuckDBConnection connection, Codebook codebook, Clock clock) throws SQLException {
        this.connection = connection;
        this.appenders = new Appenders(connection);
        this.codebook = codebook;
        this.clock = clock;
        load();
    }

    /** Takes up the keys as the file has them. */
    private void load() throws SQLException {
        publishers.clear();
        actors.clear();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT name, publisher_key FROM publisher")) {
                while (rows.next()) {
                    publishers.put(rows.getString(1), rows.getInt(2));
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT id, name, country, sector, role, actor_key FROM actor")) {
                while (rows.next()) {
                    actors.put(Known.read(rows), rows.getInt("actor_key"));
                }
            }
        }
        lastArticle = highest("article_key", "article");
        lastSentence = highest("sentence_key", "sentence");
        lastEvent = highest("event_key", "event");
        stories = null;
    }

    private long highest(String key, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(" + key + "), 0) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The run of a coder: the one that is there, else a new one. */
    int run(CoderVersion coder) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT run_key FROM run WHERE coder = ?")) {
            find.setString(1, coder.digits());
            try (ResultSet rows = find.executeQuery()) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        int key = (int) highest("run_key", "run") + 1;
        appenders.add(
                "run",
                key,
                LocalDateTime.now(clock),
                coder.digits(),
                coder.program(),
                coder.model(),
                coder.codebook(),
                coder.actors(),
                coder.places());
        appenders.flush();
        return key;
    }

    /** True when this coder's events of an article are there. */
    boolean isKept(String articleId, int run) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement("SELECT 1 FROM article WHERE article_id = ? AND run_key = ?")) {
            find.setString(1, articleId);
            find.setInt(2, run);
            try (ResultSet rows = find.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What is written in the transaction of an article, beside it. */
    interface Beside {
        void write(Connection connection, Kept kept) throws SQLException;
    }

    Kept keep(CodedArticle coded, int run, PositionRules rules, Beside beside) throws SQLException {
        return inTransaction(() -> {
            Kept kept = put(coded, run, rules);
            beside.write(connection, kept);
            return kept;
        });
    }

    /** Keeps some articles in one transaction: to begin and end one costs more than to write an article. */
    List<Kept> keepAll(List<CodedArticle> coded, int run, PositionRules rules) throws SQLException {
        return inTransaction(() -> {
            List<Kept> kept = new ArrayList<>();
            for (CodedArticle one : coded) {
                kept.add(put(one, run, rules));
            }
            return kept;
        });
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        Database.begin(connection);
        try {
            T done = work.done();
            connection.commit();
            connection.setAutoCommit(true);
            return done;
        } catch (SQLException | RuntimeException e) {
            appenders.discard();
            Database.undo(connection, e);
            reload(e);
            throw e;
        }
    }

    private Kept put(CodedArticle coded, int run, PositionRules rules) throws SQLException {
        Previous previous = previous(coded.article().id());
        if (previous != null && previous.run == run) {
            return Kept.UNCHANGED;
        }
        // before anything is deleted: an article that is coded again is known to its stories
        StoryLine line = stories();
        long key = previous == null ? ++lastArticle : previous.key;
        if (previous != null) {
            delete("position_report", key);
            List<String> left = storiesOf(key);
            delete("event", key);
            delete("sentence", key);
            delete("article", key);
            giveFirst(left);
        }
        write(key, coded, run, rules, line);
        // now, so that what comes next in the transaction finds the rows
        appenders.flush();
        return previous == null ? Kept.NEW : Kept.REPLACED;
    }

    private void reload(Exception cause) {
        try {
            load();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private record Previous(long key, int run) {}

    private @Nullable Previous previous(String id) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement("SELECT article_key, run_key FROM article WHERE article_id = ?")) {
            find.setString(1, id);
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? new Previous(rows.getLong(1), rows.getInt(2)) : null;
            }
        }
    }

    private StoryLine stories() throws SQLException {
        StoryLine line = stories;
        if (line == null) {
            line = StoryLine.of(connection, codebook);
            stories = line;
        }
        return line;
    }

    private List<String> storiesOf(long article) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT DISTINCT story FROM event WHERE article_key = ?")) {
            statement.setLong(1, article);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> stories = new ArrayList<>();
                while (rows.next()) {
                    stories.add(rows.getString(1));
                }
                return stories;
            }
        }
    }

    /** A story whose first report is gone counts from the next on. */
    private void giveFirst(List<String> stories) throws SQLException {
        String sql = """
                UPDATE event SET first_report = true WHERE event_key =
                    (SELECT min(event_key) FROM event WHERE story = ? HAVING NOT bool_or(first_report))
                """;
        for (String story : stories) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, story);
                statement.executeUpdate();
            }
        }
    }

    private void delete(String table, long article) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + table + " WHERE article_key = ?")) {
            statement.setLong(1, article);
            statement.executeUpdate();
        }
    }

    private void write(long key, CodedArticle coded, int run, PositionRules rules, StoryLine line) throws SQLException {
        Article article = coded.article();
        Integer publisher = publisher(article.publisher());
        StoryLine.Telling told = line.add(connection, coded);
        appenders.add(
                "article",
                key,
                article.id(),
                run,
                LocalDateTime.now(clock),
                publisher,
                article.file(),
                article.url(),
                article.title(),
                article.published(),
                article.language(),
                article.body(),
                mentions(coded),
                String.join("\n", coded.whyEmpty()),
                coded.events().size(),
                told.story());
        Map<String, Long> sentences = new HashMap<>();
        for (Event event : coded.events()) {
            String text = event.evidence().sentence();
            if (!sentences.containsKey(text)) {
                sentences.put(text, ++lastSentence);
                appenders.add("sentence", lastSentence, key, text);
            }
            write(key, sentences.get(text), publisher, article, event, told.of(event.id()));
            for (PositionReport report : rules.of(article, event)) {
                appenders.addPosition(key, report);
            }
        }
    }

    private String mentions(CodedArticle coded) {
        try {
            return json.writeValueAsString(NamedSpan.of(coded));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("spans are plain records", e);
        }
    }

    private void write(
            long article,
            long sentence,
            @Nullable Integer publisher,
            Article report,
            Event event,
            StoryLine.Place place)
            throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        add(row, ++lastEvent, event.id(), article, sentence, publisher);
        add(row, event.type().name(), event.mode(), String.join("|", event.contexts()));
        add(
                row,
                event.cameo().code(),
                (byte) event.quad().number(),
                event.cameo().goldstein());
        add(row, event.source());
        add(row, event.target());
        add(row, event.mutual(), event.status().name(), event.background(), event.attribution());
        add(row, event.date(), report.published());
        if (event.place() == null) {
            add(row, null, null, null, null, null, null, null, null);
        } else {
            add(
                    row,
                    event.place().name(),
                    event.place().kind().name(),
                    event.place().country());
            add(row, event.place().province(), event.place().population());
            add(
                    row,
                    event.place().latitude(),
                    event.place().longitude(),
                    event.place().geonameId());
        }
        add(
                row,
                event.evidence().trigger(),
                event.evidence().start(),
                event.evidence().end(),
                event.confidence());
        add(row, place.story(), place.first());
        appenders.add("event", row.toArray());
    }

    private static void add(List<@Nullable Object> row, @Nullable Object... values) {
        for (Object value : values) {
            row.add(value);
        }
    }

    private void add(List<@Nullable Object> row, @Nullable Actor actor) throws SQLException {
        if (actor == null) {
            add(row, null, null, null, null, null);
            return;
        }
        add(row, actor(actor), actor.text(), Party.of(actor, countries).id());
        add(row, actor.country(), actor.sector().name());
    }

    private static void add(List<@Nullable Object> row, @Nullable PartialDate date, @Nullable LocalDate published) {
        int exactness = date == null ? 0 : date.isDay() ? 3 : date.month() != 0 ? 2 : 1;
        LocalDate fallback = published == null ? NEVER : published;
        add(row, date == null ? null : date.toString(), (byte) exactness, date == null ? fallback : date.first());
    }

    private int actor(Actor actor) throws SQLException {
        Known known = Known.of(actor);
        Integer key = actors.get(known);
        if (key != null) {
            return key;
        }
        int next = actors.size() + 1;
        Party party = Party.of(actor, countries);
        appenders.add(
                "actor", next, party.id(), party.name(), known.id, known.name, known.country, known.sector, known.role);
        actors.put(known, next);
        return next;
    }

    private @Nullable Integer publisher(@Nullable String name) throws SQLException {
        if (name == null) {
            return null;
        }
        Integer key = publishers.get(name);
        if (key != null) {
            return key;
        }
        int next = publishers.size() + 1;
        appenders.add("publisher", next, name);
        publishers.put(name, next);
        return next;
    }
}
