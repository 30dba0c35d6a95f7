package org.casus.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Turns rows back into the events that were kept, field by field. */
final class EventRows {
    /** What {@link #read} reads, to be put between SELECT and FROM. */
    static final String COLUMNS = """
            e.event_key, e.event_id, e.type, e.mode, e.contexts, e.cameo, e.quad,
            e.source_text, sa.name AS source_name, sa.country AS source_country, sa.sector AS source_sector,
            sa.role AS source_role, sa.id AS source_id,
            e.target_text, ta.name AS target_name, ta.country AS target_country, ta.sector AS target_sector,
            ta.role AS target_role, ta.id AS target_id,
            e.mutual, e.status, e.background, e.attribution, e.date, e.exactness,
            e.place_name, e.place_kind, e.place_country, e.place_province, e.place_population,
            e.latitude, e.longitude, e.geoname_id,
            s.text AS sentence, e.trigger, e.trigger_start, e.trigger_end, e.confidence,
            a.article_id, a.file, a.url, a.title, p.name AS publisher, a.published, a.language
            """;

    /** Where COLUMNS lie, to be put between FROM and WHERE: tables of events {@code e}, their articles {@code a}, sentences {@code s}. */
    static String tables(String events, String articles, String sentences) {
        return events + " e JOIN " + articles + " a ON a.article_key = e.article_key JOIN " + sentences
                + " s ON s.sentence_key = e.sentence_key JOIN actor sa ON sa.actor_key = e.source_actor"
                + " LEFT JOIN actor ta ON ta.actor_key = e.target_actor"
                + " LEFT JOIN publisher p ON p.publisher_key = a.publisher_key";
    }

    private final Codebook codebook;

    EventRows(Codebook codebook) {
        this.codebook = codebook;
    }

    StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong("event_key"), Articles.article(row, ""), event(row));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private Event event(ResultSet row) throws SQLException {
        String contexts = row.getString("contexts");
        return new Event(
                row.getString("event_id"),
                EventType.valueOf(row.getString("type")),
                row.getString("mode"),
                contexts.isEmpty() ? List.of() : Arrays.asList(contexts.split("\\|")),
                codebook.code(row.getString("cameo")),
                QuadClass.of(row.getInt("quad")),
                actor(row, "source"),
                row.getString("target_text") == null ? null : actor(row, "target"),
                row.getBoolean("mutual"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("background"),
                row.getString("attribution"),
                date(row.getString("date"), row.getInt("exactness")),
                place(row),
                new Evidence(
                        row.getString("sentence"),
                        row.getString("trigger"),
                        row.getInt("trigger_start"),
                        row.getInt("trigger_end")),
                row.getDouble("confidence"));
    }

    private static Actor actor(ResultSet row, String side) throws SQLException {
        return new Actor(
                row.getString(side + "_text"),
                row.getString(side + "_name"),
                row.getString(side + "_country"),
                Sector.valueOf(row.getString(side + "_sector")),
                row.getString(side + "_role"),
                row.getString(side + "_id"));
    }

    private static @Nullable PartialDate date(@Nullable String text, int exactness) {
        if (text == null) {
            return null;
        }
        return switch (exactness) {
            case 3 -> PartialDate.of(LocalDate.parse(text));
            case 2 -> PartialDate.of(YearMonth.parse(text));
            default -> PartialDate.of(Year.parse(text));
        };
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        String name = row.getString("place_name");
        if (name == null) {
            return null;
        }
        int geoname = row.getInt("geoname_id");
        Integer geonameId = row.wasNull() ? null : geoname;
        return new Place(
                name,
                Place.Kind.valueOf(row.getString("place_kind")),
                row.getString("place_country"),
                row.getString("place_province"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getInt("place_population"),
                geonameId);
    }

    /** Sets a statement's values in their order. */
    static PreparedStatement bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** A statement that may take as long as the store allows. */
    static PreparedStatement prepare(Connection connection, String sql, List<Object> values, int seconds)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(seconds);
        return bind(statement, values);
    }
}
