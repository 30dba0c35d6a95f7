package org.casus.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.codebook.Status;

/**
 * Which events are asked for. Every method gives a narrower filter; several values for one are alternatives.
 *
 * <pre>{@code
 * EventFilter.ALL.actor(List.of("AZE")).types(Set.of(EventType.CONSULT)).from(LocalDate.of(2023, 9, 1))
 * }</pre>
 *
 * Values reach the database as parameters, never as text of a question. Equal filters are equal.
 */
public record EventFilter(List<Condition> conditions) {
    /** All events. */
    public static final EventFilter ALL = new EventFilter(List.of());

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    /**
     * A condition on a row {@code e} of events.
     *
     * @param sql with a {@code ?} for each value
     */
    record Condition(String sql, List<Object> values) {
        Condition {
            values = List.copyOf(values);
        }
    }

    /** One of the two sides of an event, or either. */
    public enum Side {
        SOURCE,
        TARGET,
        EITHER;

        private String of(String condition) {
            String source = condition.replace("%", "source");
            String target = condition.replace("%", "target");
            return switch (this) {
                case SOURCE -> source;
                case TARGET -> target;
                case EITHER -> "(" + source + " OR " + target + ")";
            };
        }

        private List<Object> values(Collection<String> values) {
            List<Object> all = new ArrayList<>(values);
            if (this == EITHER) {
                all.addAll(values);
            }
            return all;
        }
    }

    public EventFilter {
        conditions = List.copyOf(conditions);
    }

    private EventFilter and(String sql, Collection<?> values) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(sql, List.copyOf(values)));
        return new EventFilter(more);
    }

    private EventFilter oneOf(String column, Collection<?> values) {
        return and(column + " IN (" + marks(values.size()) + ")", values);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Parties (country codes, ids of bodies) or known actors by their ids. */
    public EventFilter actor(Side side, Collection<String> ids) {
        // no known actor is called like a country, and most questions are for countries
        boolean countries = ids.stream().allMatch(id -> COUNTRY.matcher(id).matches());
        String marks = marks(ids.size());
        String party = "e.%_party IN (" + marks + ")";
        String known = "e.%_actor IN (SELECT actor_key FROM actor WHERE id IN (" + marks + "))";
        if (countries) {
            return and(side.of(party), side.values(ids));
        }
        List<String> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        return and(side.of("(" + party + " OR " + known + ")"), side.values(twice));
    }

    /** Both directions between two parties. */
    public EventFilter between(String a, String b) {
        return and(
                "((e.source_party = ? AND e.target_party = ?) OR (e.source_party = ? AND e.target_party = ?))",
                List.of(a, b, b, a));
    }

    /** Countries of actors, or IGO, NGO, MNC. */
    public EventFilter actorCountry(Side side, Collection<String> codes) {
        return and(side.of("e.%_country IN (" + marks(codes.size()) + ")"), side.values(codes));
    }

    /** Sectors of actors. */
    public EventFilter actorSector(Side side, Collection<String> sectors) {
        return and(side.of("e.%_sector IN (" + marks(sectors.size()) + ")"), side.values(sectors));
    }

    public EventFilter types(Set<EventType> types) {
        return oneOf("e.type", names(types));
    }

    public EventFilter quads(Set<QuadClass> quads) {
        return oneOf("e.quad", quads.stream().map(QuadClass::number).sorted().toList());
    }

    /** CAMEO codes, or the digits that they begin with. */
    public EventFilter cameo(Collection<String> prefixes) {
        String either = prefixes.stream()
                .map(prefix -> "starts_with(e.cameo, ?)")
                .collect(Collectors.joining(" OR ", "(", ")"));
        return and(either, prefixes);
    }

    public EventFilter statuses(Set<Status> statuses) {
        return oneOf("e.status", names(statuses));
    }

    public EventFilter background(boolean background) {
        return and("e.background = ?", List.of(background));
    }

    /** Countries in which it happened. */
    public EventFilter placeCountry(Collection<String> codes) {
        return oneOf("e.place_country", codes);
    }

    /** Places as events name them. */
    public EventFilter place(Collection<String> names) {
        return oneOf("e.place_name", names);
    }

    /** Where it happened, in degrees; a box whose west is greater than its east crosses the date line. */
    public EventFilter box(double west, double south, double east, double north) {
        String joined = west <= east ? "AND" : "OR";
        return and(
                "(e.latitude BETWEEN ? AND ? AND (e.longitude >= ? " + joined + " e.longitude <= ?))",
                List.of(south, north, west, east));
    }

    /** From a day on, the day included. */
    public EventFilter from(LocalDate day) {
        return and("e.moment >= ?", List.of(day));
    }

    /** Up to a day, the day included. */
    public EventFilter to(LocalDate day) {
        return and("e.moment <= ? AND e.moment > DATE '0001-01-01'", List.of(day));
    }

    /** Words in the evidence, letter case ignored. */
    public EventFilter text(String words) {
        return and(
                "e.sentence_key IN (SELECT sentence_key FROM sentence WHERE contains(lower(text), ?))",
                List.of(words.toLowerCase(Locale.ROOT)));
    }

    public EventFilter publishers(Collection<String> names) {
        return and(
                "e.publisher_key IN (SELECT publisher_key FROM publisher WHERE name IN (" + marks(names.size()) + "))",
                names);
    }

    /** Events at least so sure, 0 to 1. */
    public EventFilter confidence(double least) {
        return and("e.confidence >= ?", List.of(least));
    }

    /** Each happening once, however many articles report it: only its first report. */
    public EventFilter once() {
        return and("e.first_report", List.of());
    }

    /** The reports of one story. */
    public EventFilter story(String id) {
        return and("e.story = ?", List.of(id));
    }

    /** Events of one article. */
    public EventFilter article(String id) {
        return and("e.article_key = (SELECT article_key FROM article WHERE article_id = ?)", List.of(id));
    }

    /** Events coded after the one with a key; see {@link StoredEvent#key}. */
    public EventFilter after(long key) {
        return and("e.event_key > ?", List.of(key));
    }

    /** Events for which {@code sql} holds, for the store's own questions. */
    EventFilter where(String sql, Object... values) {
        return and(sql, List.of(values));
    }

    /** The conditions as SQL, "TRUE" when there is none. */
    String sql() {
        return conditions.isEmpty()
                ? "TRUE"
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
    }

    /** The values of {@link #sql} in their order. */
    List<Object> values() {
        return conditions.stream()
                .flatMap(condition -> condition.values().stream())
                .toList();
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }
}
