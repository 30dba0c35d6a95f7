package org.casus.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.codebook.Codebook;
import org.casus.event.Event;
import org.casus.story.Account;
import org.casus.story.Placed;
import org.casus.story.Stories;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of articles that are being kept into stories. Remembers the articles of the last days, taken back from the store
 * when it begins.
 */
final class StoryLine {
    private final Stories stories = new Stories(closed -> {});

    /** A story that an event was put into. */
    record Place(String story, boolean first) {}

    /** Takes up where the store stands: its articles of the last days, in the order of publication. */
    static StoryLine of(Connection connection, Codebook codebook) throws SQLException {
        StoryLine line = new StoryLine();
        LocalDate newest;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(published) AS newest FROM article")) {
            row.next();
            newest = EventRows.day(row, "newest");
        }
        if (newest != null) {
            line.restore(connection, codebook, newest.minusDays(Stories.WINDOW_DAYS));
        }
        return line;
    }

    private void restore(Connection connection, Codebook codebook, LocalDate oldest) throws SQLException {
        Map<Long, List<Event>> events = new HashMap<>();
        Map<Long, List<String>> told = new HashMap<>();
        EventRows rows = new EventRows(codebook);
        String ofWindow = "SELECT " + EventRows.COLUMNS + ", e.article_key, e.story FROM "
                + EventRows.tables("event", "article", "sentence") + " WHERE a.published >= ? ORDER BY e.event_key";
        try (PreparedStatement statement = connection.prepareStatement(ofWindow)) {
            statement.setObject(1, oldest);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long key = row.getLong("article_key");
                    events.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(rows.read(row).event());
                    told.computeIfAbsent(key, none -> new ArrayList<>()).add(row.getString("story"));
                }
            }
        }
        String articles = Articles.WHOLE + " WHERE a.published >= ? ORDER BY a.published, a.article_key";
        try (PreparedStatement statement = connection.prepareStatement(articles)) {
            statement.setObject(1, oldest);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long key = row.getLong("article_key");
                    List<String> of = new ArrayList<>(told.getOrDefault(key, List.of()));
                    String besides = row.getString("story");
                    if (besides != null) {
                        of.add(besides);
                    }
                    Article article = Articles.article(row, row.getString("body"));
                    stories.restore(
                            Account.of(new CodedArticle(article, events.getOrDefault(key, List.of()), List.of())), of);
                }
            }
        }
    }

    /** Where an article's events lie, by their ids; also moves what turned out to belong elsewhere. */
    Telling add(Connection connection, CodedArticle coded) throws SQLException {
        Placed placed = stories.add(Account.of(coded));
        String id = coded.article().id();
        Map<String, Place> events = new LinkedHashMap<>();
        String story = null;
        for (Placed.Join join : placed.joins()) {
            if (join.event() != null) {
                events.put(join.event(), new Place(join.story(), join.opened()));
            } else if (join.article().equals(id)) {
                story = join.story();
            } else {
                move(connection, "UPDATE article SET story = ? WHERE article_id = ?", join.story(), join.article());
            }
        }
        for (Placed.Merge merge : placed.merges()) {
            move(
                    connection,
                    "UPDATE event SET story = ?, first_report = false WHERE story = ?",
                    merge.into(),
                    merge.gone());
            move(connection, "UPDATE article SET story = ? WHERE story = ?", merge.into(), merge.gone());
        }
        return new Telling(events, story);
    }

    /**
     * What an article tells.
     *
     * @param story the story that it tells without an event of it, or null
     */
    record Telling(Map<String, Place> events, @Nullable String story) {
        /** An event that no story took is a story of its own. */
        Place of(String event) {
            return events.getOrDefault(event, new Place(event, true));
        }
    }

    private static void move(Connection connection, String sql, String into, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, into);
            statement.setString(2, what);
            statement.executeUpdate();
        }
    }
}
