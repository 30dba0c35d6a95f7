package org.casus.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds articles of near days that may tell the same, by their words alone: those with two of the heaviest words in common. Not for several
 * threads.
 */
final class Retellings<T> {
    private static final int KEYS = 8;
    private static final int COMMON_KEYS = 2;
    /** A word that so many articles of a day have is no key. */
    private static final int MOST_OF_A_KEY = 64;

    private final TreeMap<LocalDate, Map<Integer, List<T>>> days = new TreeMap<>();

    /** In the order in which they came. */
    List<T> find(Terms lead, LocalDate published) {
        Map<T, Integer> common = new LinkedHashMap<>();
        int[] keys = lead.heaviest(KEYS);
        for (Map<Integer, List<T>> day : days.subMap(
                        published.minusDays(EventMatch.PUBLISHED_APART),
                        true,
                        published.plusDays(EventMatch.PUBLISHED_APART),
                        true)
                .values()) {
            for (int key : keys) {
                day.getOrDefault(key, List.of()).forEach(owner -> common.merge(owner, 1, Integer::sum));
            }
        }
        List<T> found = new ArrayList<>();
        common.forEach((owner, keysInCommon) -> {
            if (keysInCommon >= COMMON_KEYS) {
                found.add(owner);
            }
        });
        return found;
    }

    void add(Terms lead, LocalDate published, T owner) {
        Map<Integer, List<T>> day = days.computeIfAbsent(published, none -> new HashMap<>());
        for (int key : lead.heaviest(KEYS)) {
            List<T> same = day.computeIfAbsent(key, none -> new ArrayList<>(2));
            if (same.size() < MOST_OF_A_KEY) {
                same.add(owner);
            }
        }
    }

    void forgetBefore(LocalDate day) {
        days.headMap(day).clear();
    }
}
