package org.casus.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.casus.actor.Sector;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.codebook.Status;
import org.casus.store.EventFilter;
import org.casus.store.EventFilter.Side;

/** The parameters that say which events are meant, the same wherever events are asked for. */
final class Filters {
    private static final Form<String> WHO = Form.text(1, 200);
    private static final Form<String> COUNTRY = Form.pattern("a country's three letters, or IGO, NGO, MNC", "[A-Z]{3}");
    private static final Form<Sector> SECTOR = Form.choice(Arrays.asList(Sector.values()), Sector::name);
    private static final Form<QuadClass> QUAD =
            Form.choice(Arrays.asList(QuadClass.values()), QuadClass::label).or(numbered(), "1 to 4");

    /** The day from which on events count. */
    static final Parameter<LocalDate> FROM = Parameter.query(
            "from",
            "The first day; dates that are only a month or a year count where they begin.",
            "2023-01-01",
            Form.day());

    /** The last day of events. */
    static final Parameter<LocalDate> TO = Parameter.query("to", "The last day.", "2024-12-31", Form.day());

    static final Parameter<Set<String>> PUBLISHER = Parameter.query(
            "publisher",
            "Publishers as in the events.",
            "Northern Press",
            Form.text(1, 300).several("|"));

    private static final Parameter<Set<Status>> STATUS = Parameter.query(
            "status",
            "How real it is. Pairs and networks leave out what was denied unless it is asked for.",
            "actual",
            Form.choice(Arrays.asList(Status.values()), Status::label).several(","));

    private record Part<T>(Parameter<T> parameter, BiFunction<EventFilter, T, EventFilter> narrower) {
        EventFilter narrow(EventFilter filter, Query query) {
            T value = query.find(parameter);
            return value == null ? filter : narrower.apply(filter, value);
        }
    }

    private static final List<Part<?>> PARTS = List.of(
            who("actor", "A party on either side: a country's code, or the id of a known actor or party.", Side.EITHER),
            who("source", "The same for the one who acts.", Side.SOURCE),
            who("target", "The same for the one acted upon.", Side.TARGET),
            country("actor_country", "Country of an actor on either side.", Side.EITHER),
            country("source_country", "Country of the one who acts.", Side.SOURCE),
            country("target_country", "Country of the one acted upon.", Side.TARGET),
            sector("actor_sector", "Sector of an actor on either side.", Side.EITHER),
            sector("source_sector", "Sector of the one who acts.", Side.SOURCE),
            sector("target_sector", "Sector of the one acted upon.", Side.TARGET),
            new Part<>(
                    Parameter.query(
                            "between",
                            "Two parties: events between them in both directions.",
                            "eu,BLR",
                            WHO.exactly(2, "two parties with a comma")),
                    (filter, two) -> filter.between(two.get(0), two.get(1))),
            new Part<>(
                    Parameter.query(
                            "type",
                            "Types of PLOVER.",
                            "SANCTION",
                            Form.choice(Arrays.asList(EventType.values()), EventType::name)
                                    .several(",")),
                    EventFilter::types),
            new Part<>(
                    Parameter.query("quad", "Quad classes.", "material conflict", QUAD.several(",")),
                    EventFilter::quads),
            new Part<>(
                    Parameter.query(
                            "cameo",
                            "Codes of CAMEO, or how they begin.",
                            "16",
                            Form.pattern("two to four digits", "\\d{2,4}").several(",")),
                    EventFilter::cameo),
            new Part<>(STATUS, EventFilter::statuses),
            new Part<>(
                    Parameter.query(
                            "background", "History that an article recalls, or only the news.", "false", Form.truth()),
                    EventFilter::background),
            new Part<>(
                    Parameter.query("country", "Country in which it happened.", "SYR", COUNTRY.several(",")),
                    EventFilter::placeCountry),
            new Part<>(
                    Parameter.query(
                            "place",
                            "Place as in the events.",
                            "Minsk",
                            Form.text(1, 200).several("|")),
                    EventFilter::place),
            new Part<>(
                    Parameter.query(
                            "box",
                            "Where it happened: west,south,east,north in degrees; west greater than east crosses the"
                                    + " date line.",
                            "-180,-90,180,90",
                            Form.decimal(-180, 180).exactly(4, "west,south,east,north in degrees")),
                    Filters::box),
            new Part<>(FROM, EventFilter::from),
            new Part<>(TO, EventFilter::to),
            new Part<>(
                    Parameter.query("q", "Text in the evidence, letter case ignored.", "sanctions", Form.text(2, 100)),
                    EventFilter::text),
            new Part<>(PUBLISHER, EventFilter::publishers),
            new Part<>(
                    Parameter.query("confidence", "How sure an event is at least.", "0.5", Form.decimal(0, 1)),
                    EventFilter::confidence),
            new Part<>(
                    Parameter.query(
                            "article",
                            "An article's id.",
                            "5c8c29da2bd6fc5a",
                            Form.pattern("16 hexadecimal digits", "[0-9a-f]{16}")),
                    EventFilter::article),
            new Part<>(
                    Parameter.query(
                            "once", "Each happening once, however many articles report it.", "true", Form.truth()),
                    (filter, once) -> once ? filter.once() : filter),
            new Part<>(
                    Parameter.query(
                            "story",
                            "The reports of one happening, by its story's id.",
                            "",
                            Form.pattern("16 hexadecimal digits", "[0-9a-f]{16}")),
                    EventFilter::story));

    private Filters() {}

    /** The parameters of filters, then some more. */
    static List<Parameter<?>> and(Parameter<?>... more) {
        List<Parameter<?>> all = new ArrayList<>();
        PARTS.forEach(part -> all.add(part.parameter()));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** The filter that a query asks for. */
    static EventFilter of(Query query) {
        EventFilter filter = EventFilter.ALL;
        for (Part<?> part : PARTS) {
            filter = part.narrow(filter, query);
        }
        LocalDate from = query.find(FROM);
        LocalDate to = query.find(TO);
        if (from != null && to != null && from.isAfter(to)) {
            throw HttpProblem.parameter("to", "\"to\" lies before \"from\"").exception();
        }
        return filter;
    }

    /**
     * The filter for figures of who does what to whom: what was denied or refused counts only when it is asked for, since a meeting
     * that was refused is no cooperation.
     */
    static EventFilter ofDeeds(Query query) {
        EventFilter filter = of(query);
        return query.find(STATUS) == null ? filter.statuses(EnumSet.complementOf(EnumSet.of(Status.DENIED))) : filter;
    }

    private static Part<Set<String>> who(String name, String description, Side side) {
        return new Part<>(
                Parameter.query(name, description, "BLR,eu", WHO.several(",")),
                (filter, ids) -> filter.actor(side, ids));
    }

    private static Part<Set<String>> country(String name, String description, Side side) {
        return new Part<>(
                Parameter.query(name, description, "BLR,LTU", COUNTRY.several(",")),
                (filter, codes) -> filter.actorCountry(side, codes));
    }

    private static Part<Set<Sector>> sector(String name, String description, Side side) {
        return new Part<>(
                Parameter.query(name, description, "GOV", SECTOR.several(",")),
                (filter, sectors) -> filter.actorSector(
                        side, sectors.stream().map(Sector::name).toList()));
    }

    private static EventFilter box(EventFilter filter, List<Double> sides) {
        if (sides.get(1) > sides.get(3) || Math.abs(sides.get(1)) > 90 || Math.abs(sides.get(3)) > 90) {
            throw HttpProblem.parameter("box", "wrong box: south and north lie between -90 and 90, south first")
                    .exception();
        }
        return filter.box(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }

    private static Map<String, QuadClass> numbered() {
        Map<String, QuadClass> numbers = new LinkedHashMap<>();
        for (QuadClass quad : EnumSet.allOf(QuadClass.class)) {
            numbers.put(String.valueOf(quad.number()), quad);
        }
        return numbers;
    }
}
