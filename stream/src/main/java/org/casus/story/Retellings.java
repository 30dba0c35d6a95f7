package org.casus.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds articles that tell the same by their words alone, for those in which the coder found no event: the same countries, and most of the rare
 * words. Candidates are the articles with two of the heaviest words in common. Not for several threads.
 */
final class Retellings<T> {
    private static final double LEAST_ALIKE = 0.5;
    private static final double SAME_NUMBER = 0.1;
    private static final double OTHER_NUMBERS = 0.1;
    private static final double SAME_PLACE = 0.05;
    private static final int KEYS = 8;
    private static final int COMMON_KEYS = 2;
    /** A word that so many articles of a day have is no key. */
    private static final int MOST_OF_A_KEY = 64;

    private final TreeMap<LocalDate, Map<Integer, List<Entry<T>>>> days = new TreeMap<>();

    private record Entry<T>(Terms lead, T owner) {}

    /** Those that tell the same, by how far they are above the threshold. */
    Map<T, Double> find(Terms lead, LocalDate published) {
        Map<Entry<T>, Integer> common = new LinkedHashMap<>();
        int[] keys = lead.heaviest(KEYS);
        for (Map<Integer, List<Entry<T>>> day : days.subMap(
                        published.minusDays(EventMatch.PUBLISHED_APART),
                        true,
                        published.plusDays(EventMatch.PUBLISHED_APART),
                        true)
                .values()) {
            for (int key : keys) {
                day.getOrDefault(key, List.of()).forEach(entry -> common.merge(entry, 1, Integer::sum));
            }
        }
        Map<T, Double> found = new LinkedHashMap<>();
        common.forEach((entry, keysInCommon) -> {
            double score = keysInCommon >= COMMON_KEYS ? score(lead, entry.lead()) : -1;
            if (score > 0) {
                found.put(entry.owner(), score);
            }
        });
        return found;
    }

    private static double score(Terms a, Terms b) {
        if (!a.namesSameCountries(b) || a.contradictsPlace(b)) {
            return -1;
        }
        return a.similarity(b)
                - LEAST_ALIKE
                - (a.contradictsNumber(b) ? OTHER_NUMBERS : 0)
                + (a.sharesNumber(b) ? SAME_NUMBER : 0)
                + (a.sharesPlace(b) ? SAME_PLACE : 0);
    }

    void add(Terms lead, LocalDate published, T owner) {
        Map<Integer, List<Entry<T>>> day = days.computeIfAbsent(published, none -> new HashMap<>());
        Entry<T> entry = new Entry<>(lead, owner);
        for (int key : lead.heaviest(KEYS)) {
            List<Entry<T>> same = day.computeIfAbsent(key, none -> new ArrayList<>(2));
            if (same.size() < MOST_OF_A_KEY) {
                same.add(entry);
            }
        }
    }

    void forgetBefore(LocalDate day) {
        days.headMap(day).clear();
    }
}
