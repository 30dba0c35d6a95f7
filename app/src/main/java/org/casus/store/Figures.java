package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a store for events in numbers: over time, between whom, where, by whom. */
public final class Figures {
    /** More steps than anybody can look at. */
    public static final int MOST_BUCKETS = 1000;

    private final Database database;

    Figures(Database database) {
        this.database = database;
    }

    /** An ordered pair of parties and what the first did to the second; the target is null for deeds that have none. */
    public record Dyad(Party source, @Nullable Party target, Tally tally) {}

    /** A place and what happened there. */
    public record Spot(String name, @Nullable String country, double latitude, double longitude, Tally tally) {}

    /** Places with events, and how many events have none. */
    public record Spots(List<Spot> places, long unplaced) {}

    /** Two parties and all between them, whoever did it. */
    public record Tie(Party a, Party b, Tally tally) {}

    /** A party and in how many events it stands on either side. */
    public record ActiveParty(Party party, long events) {}

    /** A known or unnamed actor and in how many events it stands. */
    public record ActiveActor(
            @Nullable String id,
            String party,
            @Nullable String name,
            @Nullable String country,
            String sector,
            @Nullable String role,
            long events) {}

    /** Who publishes, and what came of it. */
    public record Publisher(String name, long articles, long events) {}

    /** What a store holds. */
    public record Summary(
            long articles,
            long events,
            long publishers,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, List<Object> values, Reading<T> reading) {
        return database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(connection, sql, values, database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reading.read(row));
                }
                return rows;
            }
        });
    }

    private static List<Object> with(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        Collections.addAll(all, more);
        return all;
    }

    public Summary summary() {
        String sql = """
                SELECT (SELECT count(*) FROM article) AS articles, count(*) AS events,
                       (SELECT count(*) FROM publisher) AS publishers,
                       min(e.moment) FILTER (e.exactness > 0) AS first, max(e.moment) FILTER (e.exactness > 0) AS last
                FROM event e
                """;
        return rows(
                        sql,
                        List.of(),
                        row -> new Summary(
                                row.getLong("articles"),
                                row.getLong("events"),
                                row.getLong("publishers"),
                                EventRows.day(row, "first"),
                                EventRows.day(row, "last")))
                .get(0);
    }

    /**
     * Events over time. An event stands in a step only if its date is at least so exact: one of "September" is in no day.
     *
     * @param wanted null: a step that suits the time that the events span
     * @throws IllegalArgumentException when there would be more than {@link #MOST_BUCKETS}
     */
    public Timeline timeline(EventFilter filter, @Nullable Bucket wanted, Series series) {
        String span = """
                SELECT min(e.moment) FILTER (e.exactness > 0) AS first, max(e.moment) FILTER (e.exactness > 0) AS last
                FROM event e WHERE\s""" + filter.sql();
        List<@Nullable LocalDate> ends = rows(span, filter.values(), row -> {
                    List<@Nullable LocalDate> both = new ArrayList<>();
                    both.add(EventRows.day(row, "first"));
                    both.add(EventRows.day(row, "last"));
                    return both;
                })
                .get(0);
        LocalDate first = ends.get(0);
        LocalDate last = ends.get(1);
        Bucket by = wanted != null ? wanted : first == null ? Bucket.DAY : Bucket.fitting(first, last);
        long steps = first == null ? 0 : by.between(first, last) + 1;
        if (steps > MOST_BUCKETS) {
            throw new IllegalArgumentException("from " + first + " to " + last + " are " + steps + " steps, more than "
                    + MOST_BUCKETS + "; take longer steps or a shorter time");
        }
        return new Count(filter, by, series, first, (int) steps).timeline();
    }

    /** One timeline in the making. */
    private final class Count {
        private final EventFilter filter;
        private final Bucket by;
        private final Series series;
        private final @Nullable LocalDate first;
        private final int steps;
        private final Map<String, List<Long>> counts = new TreeMap<>();
        private final double[] sums;
        private final long[] events;
        private long coarser;
        private long undated;

        Count(EventFilter filter, Bucket by, Series series, @Nullable LocalDate first, int steps) {
            this.filter = filter;
            this.by = by;
            this.series = series;
            this.first = first;
            this.steps = steps;
            this.sums = new double[steps];
            this.events = new long[steps];
        }

        Timeline timeline() {
            String sql = "SELECT date_trunc('" + by.sql() + "', e.moment)::DATE AS step, CASE WHEN e.exactness >= "
                    + by.exactness() + " THEN 2 WHEN e.exactness > 0 THEN 1 ELSE 0 END AS dated, " + series.column()
                    + " AS series, count(*) AS events, sum(e.goldstein) AS goldstein FROM event e WHERE " + filter.sql()
                    + " GROUP BY ALL";
            rows(sql, filter.values(), row -> {
                add(row);
                return true;
            });
            List<String> labels = new ArrayList<>();
            List<@Nullable Double> means = new ArrayList<>();
            for (int i = 0; i < steps && first != null; i++) {
                labels.add(by.label(by.plus(first, i)));
                means.add(events[i] == 0 ? null : rounded(sums[i] / events[i]));
            }
            return new Timeline(by, series, labels, counts, means, coarser, undated);
        }

        private void add(ResultSet row) throws SQLException {
            long number = row.getLong("events");
            switch (row.getInt("dated")) {
                case 0 -> undated += number;
                case 1 -> coarser += number;
                default -> {
                    LocalDate day = EventRows.day(row, "step");
                    if (first == null || day == null) {
                        return;
                    }
                    int step = (int) by.between(first, day);
                    counts.computeIfAbsent(
                                    series.label(row.getString("series")),
                                    name -> new ArrayList<>(Collections.nCopies(steps, 0L)))
                            .set(step, number);
                    events[step] += number;
                    sums[step] += row.getDouble("goldstein");
                }
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** The orders of dyads. */
    public enum DyadSort {
        EVENTS("events DESC"),
        CONFLICT("(quad3 + quad4) DESC, events DESC"),
        COOPERATION("(quad1 + quad2) DESC, events DESC"),
        WORST("goldstein, events DESC"),
        BEST("goldstein DESC, events DESC");

        private final String order;

        DyadSort(String order) {
            this.order = order;
        }
    }

    /** How finely the sides of dyads are told apart. */
    public enum Level {
        /** Countries, and bodies that belong to none. */
        PARTY,
        /** The same by sector. */
        SECTOR,
        /** Every actor. */
        ACTOR
    }

    /** Who did most to whom. */
    public List<Dyad> dyads(EventFilter filter, Level level, DyadSort sort, int limit) {
        String keys = level == Level.ACTOR
                ? "e.source_actor, e.target_actor"
                : level == Level.SECTOR
                        ? "e.source_party, e.source_sector, e.target_party, e.target_sector"
                        : "e.source_party, e.target_party";
        String sql = "SELECT any_value(e.source_actor) AS source, any_value(e.target_actor) AS target, " + Tally.COLUMNS
                + " FROM event e WHERE " + filter.sql() + " GROUP BY " + keys + " ORDER BY " + sort.order
                + ", source, target LIMIT ?";
        String named =
                "SELECT d.*, sa.party AS source_party, sa.party_name AS source_name, sa.country AS source_country,"
                        + " sa.sector AS source_sector, sa.name AS source_actor_name, sa.id AS source_id,"
                        + " ta.party AS target_party, ta.party_name AS target_name, ta.country AS target_country,"
                        + " ta.sector AS target_sector, ta.name AS target_actor_name, ta.id AS target_id FROM (" + sql
                        + ") d JOIN actor sa ON sa.actor_key = d.source LEFT JOIN actor ta ON ta.actor_key = d.target"
                        + " ORDER BY " + sort.order + ", source, target";
        return rows(
                named,
                with(filter.values(), (long) limit),
                row -> new Dyad(party(row, "source", level), target(row, level), Tally.read(row)));
    }

    private static @Nullable Party target(ResultSet row, Level level) throws SQLException {
        return row.getString("target_party") == null ? null : party(row, "target", level);
    }

    private static Party party(ResultSet row, String side, Level level) throws SQLException {
        String id = row.getString(side + "_party");
        String name = row.getString(side + "_name");
        String country = countryOrNull(row.getString(side + "_country"), id);
        if (level == Level.SECTOR) {
            return new Party(id, name + " " + row.getString(side + "_sector"), country);
        }
        String actor = row.getString(side + "_actor_name");
        if (level == Level.ACTOR && actor != null) {
            String known = row.getString(side + "_id");
            return new Party(known == null ? id : known, actor, country);
        }
        return new Party(id, name, country);
    }

    private static @Nullable String countryOrNull(@Nullable String country, String party) {
        return party.equals(country) && party.length() == 3 ? country : null;
    }

    /** Who has most to do with whom, whoever did it; events without a target are left out. */
    public List<Tie> ties(EventFilter filter, int limit) {
        String sql =
                "SELECT least(e.source_party, e.target_party) AS a, greatest(e.source_party, e.target_party) AS b, "
                        + Tally.COLUMNS
                        + " FROM event e WHERE e.target_party IS NOT NULL AND e.source_party <> e.target_party"
                        + " AND " + filter.sql() + " GROUP BY a, b ORDER BY events DESC, a, b LIMIT ?";
        Map<String, Party> parties = parties();
        return rows(
                sql,
                with(filter.values(), (long) limit),
                row -> new Tie(
                        party(parties, row.getString("a")), party(parties, row.getString("b")), Tally.read(row)));
    }

    /** A party by its id: itself for one that no event names. */
    public Party party(String id) {
        return party(parties(), id);
    }

    private static Party party(Map<String, Party> parties, String id) {
        return parties.getOrDefault(id, new Party(id, id, null));
    }

    private Map<String, Party> parties() {
        Map<String, Party> parties = new TreeMap<>();
        rows(
                        "SELECT party, min(party_name) AS name, min(country) AS country FROM actor GROUP BY party",
                        List.of(),
                        row -> new Party(
                                row.getString("party"),
                                row.getString("name"),
                                countryOrNull(row.getString("country"), row.getString("party"))))
                .forEach(party -> parties.put(party.id(), party));
        return parties;
    }

    /** The parties that stand in most events. */
    public List<ActiveParty> activeParties(EventFilter filter, @Nullable String words, int limit) {
        String sql = "WITH chosen AS (SELECT source_party, target_party FROM event e WHERE " + filter.sql() + "),"
                + " sides AS (SELECT source_party AS party, count(*) AS events FROM chosen GROUP BY ALL UNION ALL"
                + " SELECT target_party, count(*) FROM chosen WHERE target_party IS NOT NULL"
                + " AND target_party <> source_party GROUP BY ALL),"
                + " names AS (SELECT party, min(party_name) AS name, min(country) AS country FROM actor GROUP BY party)"
                + " SELECT n.party, n.name, n.country, sum(s.events)::BIGINT AS events FROM sides s"
                + " JOIN names n ON n.party = s.party WHERE contains(lower(n.name), ?) OR lower(n.party) = ?"
                + " GROUP BY ALL ORDER BY events DESC, n.party LIMIT ?";
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return rows(sql, with(filter.values(), lower, lower, (long) limit), row -> {
            String id = row.getString("party");
            return new ActiveParty(
                    new Party(id, row.getString("name"), countryOrNull(row.getString("country"), id)),
                    row.getLong("events"));
        });
    }

    /** The actors that stand in most events. */
    public List<ActiveActor> activeActors(@Nullable String words, int limit) {
        String sql = """
                WITH sides AS (SELECT source_actor AS actor, count(*) AS events FROM event GROUP BY ALL
                               UNION ALL
                               SELECT target_actor, count(*) FROM event WHERE target_actor IS NOT NULL GROUP BY ALL)
                SELECT a.id, a.party, a.name, a.country, a.sector, a.role, sum(s.events)::BIGINT AS events
                FROM sides s JOIN actor a ON a.actor_key = s.actor
                WHERE contains(lower(concat_ws(' ', a.name, a.party_name, a.role, a.id)), ?)
                GROUP BY ALL ORDER BY events DESC, a.party, a.name, a.sector, a.role, a.id LIMIT ?
                """;
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return rows(
                sql,
                List.of(lower, (long) limit),
                row -> new ActiveActor(
                        row.getString("id"),
                        row.getString("party"),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("sector"),
                        row.getString("role"),
                        row.getLong("events")));
    }

    /** Where most happened. */
    public Spots spots(EventFilter filter, int limit) {
        String sql = "SELECT e.place_name, e.place_country, any_value(e.latitude) AS latitude,"
                + " any_value(e.longitude) AS longitude, " + Tally.COLUMNS
                + " FROM event e WHERE e.place_name IS NOT NULL AND "
                + filter.sql() + " GROUP BY e.place_name, e.place_country, e.geoname_id"
                + " ORDER BY events DESC, e.place_name, e.place_country LIMIT ?";
        List<Spot> places = rows(
                sql,
                with(filter.values(), (long) limit),
                row -> new Spot(
                        row.getString("place_name"),
                        row.getString("place_country"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude"),
                        Tally.read(row)));
        long unplaced = rows(
                        "SELECT count(*) FROM event e WHERE e.place_name IS NULL AND " + filter.sql(),
                        filter.values(),
                        row -> row.getLong(1))
                .get(0);
        return new Spots(places, unplaced);
    }

    /** Who published most. */
    public List<Publisher> publishers(int limit) {
        String sql = """
                SELECT p.name, count(*) AS articles, sum(a.events)::BIGINT AS events
                FROM publisher p JOIN article a ON a.publisher_key = p.publisher_key
                GROUP BY p.name ORDER BY articles DESC, p.name LIMIT ?
                """;
        return rows(
                sql,
                List.of((long) limit),
                row -> new Publisher(row.getString("name"), row.getLong("articles"), row.getLong("events")));
    }
}
