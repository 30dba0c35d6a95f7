package org.casus.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a passage speaks of: its words with their weights, and apart from them its numbers, its places and the countries it names. */
final class Terms {
    private final int[] keys;
    private final float[] weights;
    private final double total;
    private final Set<String> numbers;
    private final Set<String> places;
    private final Set<String> countries;

    Terms(Map<String, Double> words, Set<String> numbers, Set<String> places, Set<String> countries) {
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
        this.numbers = Set.copyOf(numbers);
        this.places = Set.copyOf(places);
        this.countries = Set.copyOf(countries);
    }

    /** Weight of the common words over that of both, 0 to 1: the cosine of the roots of the weights. */
    double similarity(Terms other) {
        double common = 0;
        for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
            int order = Integer.compare(keys[i], other.keys[j]);
            if (order == 0) {
                common += Math.sqrt((double) weights[i] * other.weights[j]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common == 0 ? 0 : common / Math.sqrt(total * other.total);
    }

    boolean sharesNumber(Terms other) {
        return !Collections.disjoint(numbers, other.numbers);
    }

    /** True where both give numbers, and all of them differ. */
    boolean contradictsNumber(Terms other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !sharesNumber(other);
    }

    boolean sharesPlace(Terms other) {
        return !Collections.disjoint(places, other.places);
    }

    /** True where both name places, and all of them differ. */
    boolean contradictsPlace(Terms other) {
        return !places.isEmpty() && !other.places.isEmpty() && !sharesPlace(other);
    }

    /** True where each names a country that the other does not: "to Sudan" and "to Yemen". */
    boolean contradictsCountry(Terms other) {
        return !countries.containsAll(other.countries) && !other.countries.containsAll(countries);
    }

    boolean namesSameCountries(Terms other) {
        return countries.equals(other.countries);
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
