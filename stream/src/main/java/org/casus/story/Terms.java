package org.casus.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What a passage speaks of: its words with their weights, and apart from them its numbers, places, other names, weekdays and countries. */
final class Terms {
    /** A word of this weight or more stands in less than one of eight hundred sentences, or is a name. */
    private static final float RARE = 0.7f;

    private final int[] keys;
    private final float[] weights;
    private final double total;
    private final Special special;

    /** The words that are compared on their own. Places are names too. */
    record Special(
            Set<String> numbers, Set<String> places, Set<String> names, Set<String> weekdays, Set<String> countries) {
        Special {
            numbers = Set.copyOf(numbers);
            places = Set.copyOf(places);
            names = Set.copyOf(names);
            weekdays = Set.copyOf(weekdays);
            countries = Set.copyOf(countries);
        }
    }

    /**
     * What two passages have in common.
     *
     * @param alike weight of the common words over that of both, 0 to 1: the cosine of the roots of the weights
     * @param contained weight of the common words over that of the shorter passage, 0 to 1
     * @param rare how many rare words are common
     */
    record Overlap(double alike, double contained, int rare) {}

    Terms(Map<String, Double> words, Special special) {
        // two words with one hash weigh as one: rare, and the same in every run
        Map<Integer, Double> byHash = new TreeMap<>();
        words.forEach((word, weight) -> byHash.merge(word.hashCode(), weight, Math::max));
        keys = new int[byHash.size()];
        weights = new float[keys.length];
        double sum = 0;
        int i = 0;
        for (Map.Entry<Integer, Double> word : byHash.entrySet()) {
            keys[i] = word.getKey();
            weights[i++] = word.getValue().floatValue();
            sum += word.getValue();
        }
        total = sum;
        this.special = special;
    }

    Overlap overlap(Terms other) {
        double common = 0;
        double least = 0;
        int rare = 0;
        for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
            int order = Integer.compare(keys[i], other.keys[j]);
            if (order == 0) {
                common += Math.sqrt((double) weights[i] * other.weights[j]);
                least += Math.min(weights[i], other.weights[j]);
                rare += Math.min(weights[i], other.weights[j]) > RARE ? 1 : 0;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common == 0
                ? new Overlap(0, 0, 0)
                : new Overlap(common / Math.sqrt(total * other.total), least / Math.min(total, other.total), rare);
    }

    /** 1 where both have one of a sort in common, -1 where both have some and all differ, 0 where one has none. */
    int agreement(Terms other, Function<Special, Set<String>> sort) {
        Set<String> here = sort.apply(special);
        Set<String> there = sort.apply(other.special);
        if (here.isEmpty() || there.isEmpty()) {
            return 0;
        }
        return Collections.disjoint(here, there) ? -1 : 1;
    }

    /** True where both name places, and all of them differ. */
    boolean contradictsPlace(Terms other) {
        return agreement(other, Special::places) < 0;
    }

    /** True where each names a country that the other does not: "to Sudan" and "to Yemen". */
    boolean contradictsCountry(Terms other) {
        return !special.countries.containsAll(other.special.countries)
                && !other.special.countries.containsAll(special.countries);
    }

    /** The words that weigh most, heaviest first. */
    int[] heaviest(int count) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> weights[a] != weights[b]
                        ? Float.compare(weights[b], weights[a])
                        : Integer.compare(keys[a], keys[b]));
        return Arrays.stream(order).limit(count).mapToInt(i -> keys[i]).toArray();
    }
}
