package org.casus.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casus.place.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an article tells of where it is set: its countries, and the places that were found in it. Of several places of one name it
 * chooses by the countries of the article, what holds the place ("Paris, Texas"), how many people live there, and how near it is to
 * the others.
 *
 * <p>The weights are orders of magnitude of inhabitants: a country of the article makes up for a population a few hundred times as large.
 */
public final class PlaceContext {
    private static final double COUNTRY_OF_ARTICLE = 2.5;
    private static final double HOLDER_NAMED = 6;
    private static final double PROVINCE_BESIDE = 3;
    private static final double LARGEST = 8;
    private static final double LARGE_PROVINCE = 5;
    private static final double NEAR_OTHERS = 1;
    private static final double NEAR_KM = 300;
    private static final double CAPITAL = 1;
    private static final double SEAT = 0.5;
    private static final double LEAST_INHABITANTS = 300;
    /** A place that the article's countries do not hold must be as large as this to be meant. */
    private static final int LARGE = 15_000;

    private final Gazetteer gazetteer;
    private final Set<String> countries = new HashSet<>();
    private final List<Place> found = new ArrayList<>();

    public PlaceContext(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Takes in a country that the article names; null is none. */
    public void add(@Nullable String country) {
        if (country != null) {
            countries.add(country);
        }
    }

    boolean knows(String name) {
        return !gazetteer.called(name).isEmpty();
    }

    /** The countries and provinces among names: "DZA", "DZA.16". What is named beside a place may hold it. */
    Set<String> holders(Collection<String> names) {
        Set<String> holders = new HashSet<>();
        for (String name : names) {
            holders.addAll(gazetteer.countriesOf(name));
            for (Place place : gazetteer.called(name)) {
                if (place.kind() == Kind.COUNTRY) {
                    holders.add(place.country());
                } else if (place.kind() == Kind.PROVINCE) {
                    holders.add(place.country() + "." + place.province());
                }
            }
        }
        return holders;
    }

    /** {@link #resolve(String, Set, Set)} for a name by itself, or with what is said to hold it. */
    public @Nullable Place resolve(String name, @Nullable String holder) {
        return resolve(name, holders(holder == null ? List.of() : List.of(holder)), Set.of());
    }

    /**
     * The place that a name most likely means in this article; null where it is unknown or too doubtful.
     *
     * @param holders what the text says it lies in ("Paris, Texas"), as {@link #holders} has them
     * @param beside what the sentence names besides
     */
    @Nullable
    Place resolve(String name, Set<String> holders, Set<String> beside) {
        Place best = gazetteer.called(name).stream()
                .max(Comparator.comparingDouble((Place place) -> weight(place, holders, beside))
                        .thenComparing(
                                place -> Objects.requireNonNullElse(place.geonameId(), 0), Comparator.reverseOrder()))
                .orElse(null);
        if (best == null || !isLikely(best, holders, beside)) {
            return null;
        }
        found.add(best);
        return best;
    }

    private boolean isLikely(Place place, Set<String> holders, Set<String> beside) {
        boolean large = place.population() >= LARGE || place.kind() != Kind.TOWN;
        return large || lies(place, holders) || lies(place, beside) || lies(place, countries);
    }

    private static boolean lies(Place place, Set<String> holders) {
        return place.country() != null
                && (holders.contains(place.country()) || holders.contains(place.country() + "." + place.province()));
    }

    private double weight(Place place, Set<String> holders, Set<String> beside) {
        double weight = Math.log10(Math.max(LEAST_INHABITANTS, place.population()));
        switch (place.kind()) {
            case CAPITAL -> weight += CAPITAL;
            case SEAT -> weight += SEAT;
            // a region or country of one's own name is meant before a town that is called after it
            case COUNTRY, REGION -> weight = LARGEST;
            case PROVINCE -> weight = Math.min(weight, LARGE_PROVINCE);
            default -> {}
        }
        if (lies(place, holders)) {
            weight += HOLDER_NAMED;
        } else if (beside.contains(place.country() + "." + place.province())) {
            weight += PROVINCE_BESIDE;
        }
        if (lies(place, countries) || (place.country() != null && beside.contains(place.country()))) {
            weight += COUNTRY_OF_ARTICLE;
        }
        boolean near = found.stream().anyMatch(other -> other.distance(place) < NEAR_KM);
        return near ? weight + NEAR_OTHERS : weight;
    }
}
