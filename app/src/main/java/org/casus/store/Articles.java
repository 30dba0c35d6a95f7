package org.casus.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.article.Article;
import org.casus.codebook.Codebook;
import org.jspecify.annotations.Nullable;

/** Asks a store for articles. */
public final class Articles {
    /** Rows of articles with the names of their publishers. */
    static final String WHOLE =
            "SELECT a.*, p.name AS publisher FROM article a LEFT JOIN publisher p ON p.publisher_key = a.publisher_key";

    private static final TypeReference<List<NamedSpan>> SPANS = new TypeReference<>() {};

    private final Database database;
    private final Events events;
    private final ObjectMapper json = new ObjectMapper();

    Articles(Database database, Codebook codebook) {
        this.database = database;
        this.events = new Events(database, codebook);
    }

    /**
     * An article with all that was found in it.
     *
     * @param mentions who is named where
     * @param events in the order of their evidence
     * @param reasons why there is no event; empty where there is one
     */
    public record Whole(Article article, List<NamedSpan> mentions, List<StoredEvent> events, List<String> reasons) {}

    /** An article in a list: its body is left empty. */
    public record Line(long key, Article article, int events) {}

    /**
     * Which articles are listed.
     *
     * @param title words of the title, letter case ignored; null: any
     */
    public record Choice(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String publisher,
            @Nullable String title) {}

    public Optional<Whole> find(String id) {
        Optional<Whole> bare = database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(
                            connection, WHOLE + " WHERE a.article_id = ?", List.of(id), database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(whole(row)) : Optional.empty();
            }
        });
        return bare.map(found -> new Whole(found.article(), found.mentions(), eventsOf(id), found.reasons()));
    }

    private List<StoredEvent> eventsOf(String id) {
        return events.page(EventFilter.ALL.article(id), EventSort.FIRST_CODED, null, Integer.MAX_VALUE - 1)
                .events();
    }

    private Whole whole(ResultSet row) throws SQLException {
        String reasons = row.getString("reasons");
        return new Whole(
                article(row, row.getString("body")),
                mentions(row.getString("mentions")),
                List.of(),
                reasons.isEmpty() ? List.of() : reasons.lines().toList());
    }

    private List<NamedSpan> mentions(String text) {
        try {
            return json.readValue(text, SPANS);
        } catch (JsonProcessingException e) {
            throw new StoreException("the store holds mentions that cannot be read", e);
        }
    }

    static Article article(ResultSet row, String body) throws SQLException {
        return new Article(
                row.getString("article_id"),
                row.getString("file"),
                row.getString("url"),
                row.getString("title"),
                row.getString("publisher"),
                EventRows.day(row, "published"),
                row.getString("language"),
                body);
    }

    /**
     * Articles, the last coded first.
     *
     * @param before only those with a smaller key; null: from the last on
     */
    public List<Line> list(Choice choice, @Nullable Long before, int limit) {
        StringBuilder where = new StringBuilder("TRUE");
        List<Object> values = new ArrayList<>();
        add(where, values, " AND a.published >= ?", choice.from());
        add(where, values, " AND a.published <= ?", choice.to());
        add(where, values, " AND p.name = ?", choice.publisher());
        String title = choice.title();
        add(where, values, " AND contains(lower(a.title), ?)", title == null ? null : title.toLowerCase(Locale.ROOT));
        add(where, values, " AND a.article_key < ?", before);
        values.add((long) limit);
        String sql = "SELECT a.article_key, a.article_id, a.file, a.url, a.title, p.name AS publisher, a.published,"
                + " a.language, a.events FROM article a LEFT JOIN publisher p ON p.publisher_key = a.publisher_key WHERE "
                + where + " ORDER BY a.article_key DESC LIMIT ?";
        return database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(connection, sql, values, database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                List<Line> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(new Line(row.getLong("article_key"), article(row, ""), row.getInt("events")));
                }
                return lines;
            }
        });
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }
}
