package org.casus.actor;

import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.data.Table;

/**
 * Every name that the program knows and what it stands for: countries, roles, organisations, armed groups, people, and the
 * longer names that only look like actors. All of it comes from the tab-separated files under
 * {@code resources/org/casus/actor}, whose first lines say what their columns hold.
 */
public final class ActorBook {
    private static final String HOME = "/org/casus/actor/";
    /** How many columns the tables of each kind have. */
    private static final int PERSON = 8;

    private static final int BODY = 5;
    private static final int ROLE = 4;

    /** Last words of roles that mean something else in the other number: "authorities" act, "authority" is had. */
    private static final Set<String> NUMBER_MATTERS = Set.of(
            "forces",
            "authorities",
            "locals",
            "nationals",
            "powers",
            "services",
            "service",
            "troops",
            "people",
            "sources",
            "arms",
            "source",
            "security",
            "masses",
            "crowds",
            "allies");

    private final Map<String, List<Alias>> aliases = new LinkedHashMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, Entry.Body> bodies = new HashMap<>();
    private final Set<String> genericRoles = new HashSet<>();

    /**
     * A name and one thing it stands for.
     *
     * @param words the name's words, cases kept
     * @param proper true where the words must be capitalised in the text as they are here
     * @param exact true where singular and plural are not the same: proper names, "forces"
     */
    record Alias(List<String> words, boolean proper, boolean exact, Entry entry) {}

    private ActorBook() {}

    /** The book that comes with the program. */
    public static ActorBook bundled() {
        return with(List.of());
    }

    /**
     * The same with rows of one's own, which come before the book's and take the place of those with the same id.
     *
     * @param files tables like people.tsv (eight columns), organisations.tsv and groups.tsv (five) or roles.tsv (four)
     */
    public static ActorBook with(List<Path> files) {
        ActorBook book = new ActorBook();
        List<Table.Row> people = new ArrayList<>();
        List<Table.Row> bodies = new ArrayList<>();
        List<Table.Row> roles = new ArrayList<>();
        for (Path file : files) {
            List<Table.Row> rows = Table.file(file, PERSON, BODY, ROLE).rows();
            int width = rows.isEmpty() ? 0 : rows.get(0).cells().size();
            (width == PERSON ? people : width == BODY ? bodies : roles).addAll(rows);
        }
        book.readCountries();
        book.readRoles(joined(roles, List.of(), Table.bundled(HOME + "roles.tsv", ROLE)));
        book.readBodies(joined(bodies, bodies, Table.bundled(HOME + "organisations.tsv", BODY)));
        book.readBodies(joined(List.of(), bodies, Table.bundled(HOME + "groups.tsv", BODY)));
        book.readPeople(joined(people, people, Table.bundled(HOME + "people.tsv", PERSON)));
        book.readNonActors();
        return book;
    }

    /** Rows of one's own, then those of the book that have another id than any of {@code instead}. */
    private static List<Table.Row> joined(List<Table.Row> own, List<Table.Row> instead, Table book) {
        Set<String> ids = new HashSet<>();
        instead.forEach(row -> ids.add(row.text(0)));
        List<Table.Row> rows = new ArrayList<>(own);
        book.rows().stream().filter(row -> !ids.contains(row.text(0))).forEach(rows::add);
        return rows;
    }

    /** True for an ISO 3166-1 alpha-3 code that the book knows (and XKX). */
    public boolean isCountry(String code) {
        return countries.containsKey(code);
    }

    /** A country's usual name in English ("Pakistan") by its ISO 3166-1 alpha-3 code; empty for codes that the book does not know. */
    public Optional<String> countryName(String code) {
        return Optional.ofNullable(countries.get(code));
    }

    /** The organisation, party or armed group with this id ("eu"); empty for the ids of people and unknown ones. */
    public Optional<Entry.Body> body(String id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /** How many different names it knows. */
    public int size() {
        return aliases.size();
    }

    /** Aliases by their search key ({@link Words#key}). */
    Map<String, List<Alias>> aliases() {
        return Collections.unmodifiableMap(aliases);
    }

    private void add(String name, Entry entry) {
        List<String> words = Words.of(name);
        if (words.isEmpty()) {
            return;
        }
        boolean proper = words.stream().anyMatch(word -> Character.isUpperCase(word.charAt(0)));
        List<Alias> same = aliases.computeIfAbsent(Words.key(words), key -> new ArrayList<>(1));
        boolean exact = proper || NUMBER_MATTERS.contains(words.get(words.size() - 1));
        Alias alias = new Alias(words, proper, exact, entry);
        if (!same.contains(alias)) {
            same.add(alias);
        }
    }

    private void readCountries() {
        for (Table.Row row : Table.bundled(HOME + "countries.tsv", 7).rows()) {
            String code = row.text(0);
            String name = row.text(1);
            countries.put(code, name);
            addCountry(row, name, Entry.Form.NAME);
            row.list(2).forEach(alias -> addCountry(row, alias, Entry.Form.NAME));
            row.list(3).forEach(alias -> addCountry(row, alias, Entry.Form.ADJECTIVE));
            row.list(4).forEach(alias -> addCountry(row, alias, Entry.Form.DEMONYM));
            row.list(5).forEach(alias -> addCountry(row, alias, Entry.Form.CAPITAL));
            for (String seat : row.list(6)) {
                int colon = seat.indexOf(':');
                if (colon < 0) {
                    throw row.wrong("a seat is written SECTOR:NAME, not '" + seat + "'", null);
                }
                Sector sector = sector(row, seat.substring(0, colon));
                add(seat.substring(colon + 1), new Entry.Country(code, name, Entry.Form.SEAT, sector));
            }
        }
    }

    private void addCountry(Table.Row row, String alias, Entry.Form form) {
        add(alias, new Entry.Country(row.text(0), row.text(1), form, Sector.GOV));
    }

    private void readRoles(List<Table.Row> rows) {
        for (Table.Row row : Table.bundled(HOME + "generic-roles.tsv", 1).rows()) {
            genericRoles.add(row.text(0));
        }
        for (Table.Row row : rows) {
            Sector sector = row.constant(0, Sector.class);
            Entry.RoleKind kind = row.constant(1, Entry.RoleKind.class);
            for (String phrase : row.list(3)) {
                add(phrase, new Entry.Role(row.text(2), kind, sector, genericRoles.contains(phrase)));
            }
        }
    }

    private void readBodies(List<Table.Row> rows) {
        for (Table.Row row : rows) {
            Entry.Body body = new Entry.Body(row.text(0), row.text(1), country(row), row.constant(4, Sector.class));
            add(body.name(), body);
            bodies.putIfAbsent(body.id(), body);
            row.list(2).forEach(alias -> add(alias, body));
        }
    }

    private void readPeople(List<Table.Row> rows) {
        Map<String, List<Entry.Office>> offices = new LinkedHashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Table.Row row : rows) {
            Set<String> forms = names.computeIfAbsent(row.text(0), id -> new LinkedHashSet<>());
            forms.add(row.text(1));
            forms.addAll(row.list(2));
            offices.computeIfAbsent(row.text(0), id -> new ArrayList<>())
                    .add(new Entry.Office(country(row), row.constant(4, Sector.class), row.text(5), period(row, 6, 7)));
        }
        offices.forEach((id, held) -> {
            Set<String> forms = names.get(id);
            Entry.Person person = new Entry.Person(id, forms.iterator().next(), held);
            forms.forEach(form -> add(form, person));
        });
    }

    private void readNonActors() {
        for (Table.Row row : Table.bundled(HOME + "nonactors.tsv", 1).rows()) {
            add(row.text(0), new Entry.NonActor(row.text(0)));
        }
    }

    /** The country or IGO, NGO, MNC in the fourth column. */
    private String country(Table.Row row) {
        String code = row.text(3);
        if (Actor.isCountry(code) && !countries.containsKey(code)) {
            throw row.wrong("'" + code + "' is no country (ISO 3166-1 alpha-3, XKX, IGO, NGO or MNC)", null);
        }
        return code;
    }

    private static Sector sector(Table.Row row, String name) {
        try {
            return Sector.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw row.wrong("'" + name + "' is no sector", e);
        }
    }

    private static Period period(Table.Row row, int from, int to) {
        try {
            Period period = Period.parse(row.text(from), row.text(to));
            if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
                throw row.wrong("the office ends before it begins", null);
            }
            return period;
        } catch (DateTimeParseException e) {
            throw row.wrong("'" + e.getParsedString() + "' is no date (YYYY, YYYY-MM or YYYY-MM-DD)", e);
        }
    }
}
