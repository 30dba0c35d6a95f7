package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.codebook.Codebook;
import org.jspecify.annotations.Nullable;

/** Asks a store for stories: happenings, each with all its reports. */
public final class StoryReports {
    private final Database database;
    private final Events events;

    StoryReports(Database database, Codebook codebook) {
        this.database = database;
        this.events = new Events(database, codebook);
    }

    /**
     * How widely a happening was reported.
     *
     * @param reports how many events of articles tell it
     * @param articles how many articles do
     * @param publishers how many publishers do; those without a name count as one
     * @param firstSeen the day of publication of the first; null where none tells its day
     */
    public record Width(
            String story,
            long reports,
            long articles,
            long publishers,
            @Nullable LocalDate firstSeen,
            @Nullable LocalDate lastSeen) {}

    /** A story and the events that report it, the first first. */
    public record Whole(Width width, List<StoredEvent> reports) {}

    /** How widely the happenings of some events were reported, by the events' ids. */
    public Map<String, Width> widths(List<StoredEvent> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        String keys = some.stream().map(event -> String.valueOf(event.key())).collect(Collectors.joining(", "));
        return widths("SELECT event_id, story FROM event WHERE event_key IN (" + keys + ")", List.of());
    }

    private Map<String, Width> widths(String chosen, List<Object> values) {
        String sql = "WITH chosen AS (" + chosen + ") SELECT c.event_id, c.story, count(*) AS reports,"
                + " count(DISTINCT e.article_key) AS articles, count(DISTINCT coalesce(e.publisher_key, 0)) AS publishers,"
                + " min(a.published) AS first_seen, max(a.published) AS last_seen FROM chosen c"
                + " JOIN event e ON e.story = c.story JOIN article a ON a.article_key = e.article_key GROUP BY ALL";
        return database.ask(connection -> {
            Map<String, Width> widths = new HashMap<>();
            try (PreparedStatement statement = EventRows.prepare(connection, sql, values, database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    widths.put(
                            row.getString("event_id"),
                            new Width(
                                    row.getString("story"),
                                    row.getLong("reports"),
                                    row.getLong("articles"),
                                    row.getLong("publishers"),
                                    EventRows.day(row, "first_seen"),
                                    EventRows.day(row, "last_seen")));
                }
            }
            return widths;
        });
    }

    /** A story by its id; of one that became part of another nothing is left. */
    public Optional<Whole> find(String id) {
        List<StoredEvent> reports = events.page(EventFilter.ALL.story(id), EventSort.FIRST_CODED, null, 1000)
                .events();
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        Width width = widths(reports.subList(0, 1)).values().iterator().next();
        return Optional.of(new Whole(width, reports));
    }
}
