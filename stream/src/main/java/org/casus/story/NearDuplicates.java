package org.casus.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the texts of near days that are copies of one another with edits: locality-sensitive hashing names the candidates (a band of
 * {@value #ROWS} MinHash values in common), the triples themselves decide. A pair with half of its triples in common is missed once in ten
 * thousand. Not for several threads.
 */
final class NearDuplicates<T> {
    private static final int ROWS = 2;
    private static final int BANDS = TextSignature.bands(ROWS);
    /** An agency's text is taken over on the same day or the next; the same words a week later tell of another meeting. */
    static final int DAYS_APART = 2;

    private static final double LEAST_RESEMBLANCE = 0.65;
    private static final double LEAST_CONTAINMENT = 0.8;
    /** Fewer triples than this say too little to speak of one text inside another. */
    private static final int LEAST_CONTAINED = 10;
    /** Shorter texts may be one reporter's words for two happenings: "pledged aid to Sudan", "pledged aid to Yemen". */
    private static final int LEAST_SURE = 60;
    /** Of the texts of one band the first few stand for the rest: all are alike, and ten thousand copies stay linear. */
    private static final int MOST_IN_BAND = 16;

    private final TreeMap<LocalDate, Map<Long, List<Entry<T>>>> days = new TreeMap<>();

    private record Entry<T>(TextSignature signature, Terms lead, T owner) {}

    private boolean isCopy(TextSignature signature, Terms lead, Entry<T> other) {
        boolean isTemplate = Math.min(signature.size(), other.signature().size()) < LEAST_SURE
                && (lead.contradictsCountry(other.lead()) || lead.contradictsPlace(other.lead()));
        return !isTemplate && isCopy(signature, other.signature());
    }

    /** True where one text is the other with edits, or stands in it. */
    static boolean isCopy(TextSignature one, TextSignature other) {
        return one.resemblance(other) >= LEAST_RESEMBLANCE
                || (Math.min(one.size(), other.size()) >= LEAST_CONTAINED
                        && one.containment(other) >= LEAST_CONTAINMENT);
    }

    /** The owners of the texts that this one copies or is copied by, in the order in which they came. */
    Set<T> find(TextSignature signature, Terms lead, LocalDate published) {
        Set<Entry<T>> candidates = new LinkedHashSet<>();
        if (!signature.isEmpty()) {
            for (Map<Long, List<Entry<T>>> day : days.subMap(
                            published.minusDays(DAYS_APART), true, published.plusDays(DAYS_APART), true)
                    .values()) {
                for (int band = 0; band < BANDS; band++) {
                    candidates.addAll(day.getOrDefault(signature.band(band, ROWS), List.of()));
                }
            }
        }
        Set<T> found = new LinkedHashSet<>();
        for (Entry<T> candidate : candidates) {
            if (isCopy(signature, lead, candidate)) {
                found.add(candidate.owner());
            }
        }
        return found;
    }

    void add(TextSignature signature, Terms lead, LocalDate published, T owner) {
        if (signature.isEmpty()) {
            return;
        }
        Map<Long, List<Entry<T>>> day = days.computeIfAbsent(published, none -> new HashMap<>());
        Entry<T> entry = new Entry<>(signature, lead, owner);
        for (int band = 0; band < BANDS; band++) {
            List<Entry<T>> same = day.computeIfAbsent(signature.band(band, ROWS), none -> new ArrayList<>(1));
            if (same.size() < MOST_IN_BAND) {
                same.add(entry);
            }
        }
    }

    void forgetBefore(LocalDate day) {
        days.headMap(day).clear();
    }
}
