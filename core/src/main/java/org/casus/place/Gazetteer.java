package org.casus.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.data.Table;
import org.casus.place.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Places by name: towns of a thousand inhabitants and more, first-level regions, countries, and the regions, rivers, straits and
 * borders that news of conflict names. Other spellings ("Kiev") lead to the same places.
 *
 * <pre>{@code
 * Gazetteer.bundled().called("Mosul"); // one place, IRQ, 36.335, 43.119
 * }</pre>
 *
 * Immutable; loading takes a quarter of a second.
 */
public final class Gazetteer {
    private static final String FOLDER = "/org/casus/place/";

    private static final Pattern SAINT = Pattern.compile("^(?:(st\\.?)|saint) ");

    private final Towns towns;
    private final Map<String, List<Place>> others = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, Place> provinces = new HashMap<>();
    /** The countries of adjectives and peoples: "Canadian" is of Canada before it is a town in Texas. */
    private final Map<String, Set<String>> peoples = new HashMap<>();

    private Gazetteer(Towns towns) {
        this.towns = towns;
    }

    public static Gazetteer bundled() {
        Gazetteer gazetteer = new Gazetteer(Towns.bundled());
        gazetteer.addCountries();
        gazetteer.addProvinces();
        gazetteer.addRegions();
        for (Table.Row row : Table.bundled(FOLDER + "spellings.tsv", 2).rows()) {
            row.list(1).forEach(other -> gazetteer.spellings.put(PlaceKey.of(other), PlaceKey.of(row.text(0))));
        }
        return gazetteer;
    }

    private void addCountries() {
        Map<String, Table.Row> centres = new HashMap<>();
        Table.bundled(FOLDER + "countries.tsv", 4).rows().forEach(row -> centres.put(row.text(0), row));
        for (Table.Row row : Table.bundled("/org/casus/actor/countries.tsv", 7).rows()) {
            Stream.concat(row.list(3).stream(), row.list(4).stream())
                    .map(PlaceKey::of)
                    .forEach(word -> peoples.computeIfAbsent(word, key -> new TreeSet<>())
                            .add(row.text(0)));
            Table.Row centre = centres.get(row.text(0));
            if (centre != null) {
                Place place = new Place(
                        row.text(1),
                        Kind.COUNTRY,
                        row.text(0),
                        "",
                        centre.number(2),
                        centre.number(3),
                        (int) Math.min(Integer.MAX_VALUE, centre.number(1)),
                        null);
                add(row.text(1), place);
                row.list(2).forEach(alias -> add(alias.replaceFirst("^the ", ""), place));
            }
        }
    }

    private void addProvinces() {
        for (Table.Row row : Table.bundled(FOLDER + "provinces.tsv", 6).rows()) {
            Place place = new Place(
                    row.text(2),
                    Kind.PROVINCE,
                    row.text(0),
                    row.text(1),
                    row.number(4),
                    row.number(5),
                    (int) row.number(3),
                    null);
            add(row.text(2), place);
            provinces.put(row.text(0) + "." + row.text(1), place);
        }
    }

    private void addRegions() {
        for (Table.Row row : Table.bundled(FOLDER + "regions.tsv", 6).rows()) {
            String country = row.text(2).isEmpty() ? null : row.text(2);
            Place place = new Place(row.text(0), Kind.REGION, country, "", row.number(4), row.number(5), 0, null);
            add(row.text(0), place);
            row.list(1).forEach(alias -> add(alias, place));
        }
    }

    private void add(String name, Place place) {
        List<Place> there = others.computeIfAbsent(PlaceKey.of(name), key -> new ArrayList<>());
        if (!there.contains(place)) {
            there.add(place);
        }
    }

    /** All places of a name, in whatever spelling; empty where none is known. */
    public List<Place> called(String name) {
        String key = PlaceKey.of(name);
        List<Place> found = new ArrayList<>(others.getOrDefault(key, List.of()));
        if (found.isEmpty() && peoples.containsKey(key)) {
            return found;
        }
        found.addAll(towns.called(spellings.getOrDefault(key, key)));
        Matcher saint = SAINT.matcher(key);
        if (saint.find()) {
            found.addAll(towns.called(saint.replaceFirst(saint.group(1) == null ? "st. " : "saint ")));
        }
        return found;
    }

    /** The countries of an adjective or a people: "Cape Verdean" is CPV. */
    Set<String> countriesOf(String people) {
        return peoples.getOrDefault(PlaceKey.of(people), Set.of());
    }

    /** The first-level region in which a place lies, or null. */
    public @Nullable Place provinceOf(Place place) {
        return place.country() == null ? null : provinces.get(place.country() + "." + place.province());
    }

    /** How many towns it holds. */
    int towns() {
        return towns.size();
    }

    /** True when the towns stand in the order in which they are searched. */
    boolean isSorted() {
        return IntStream.range(1, towns.size())
                .allMatch(i -> PlaceKey.of(towns.name(i - 1)).compareTo(PlaceKey.of(towns.name(i))) <= 0);
    }
}
