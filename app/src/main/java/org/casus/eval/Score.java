package org.casus.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Precision, recall and F1 of coded events against gold, over all articles together, as the gold's guidelines define them. */
public final class Score {
    private final Level level;
    private final Map<String, int[]> perType = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int right;
    private int wrong;
    private int missed;

    public Score(Level level) {
        this.level = level;
    }

    /** Adds an article: one system event may match one gold event. */
    void add(String article, List<GoldEvent> gold, List<GoldEvent> given) {
        Set<Integer> used = new HashSet<>();
        List<GoldEvent> unmatched = new ArrayList<>();
        List<GoldEvent> needed = new ArrayList<>(gold);
        needed.sort(Comparator.comparing(GoldEvent::isOptional));
        for (GoldEvent wanted : needed) {
            Integer hit = bestHit(wanted, given, used);
            if (hit != null) {
                used.add(hit);
                right++;
                count(wanted.type())[0]++;
            } else if (!wanted.isOptional()) {
                unmatched.add(wanted);
            }
        }
        for (GoldEvent wanted : unmatched) {
            boolean toldElsewhere = level != Level.STRICT && used.stream().anyMatch(j -> matches(wanted, given.get(j)));
            if (!toldElsewhere) {
                missed++;
                count(wanted.type())[2]++;
                misses.add(article + "  missed  " + wanted);
            }
        }
        for (int j = 0; j < given.size(); j++) {
            GoldEvent event = given.get(j);
            boolean repeats = level != Level.STRICT && gold.stream().anyMatch(wanted -> matches(wanted, event));
            if (!used.contains(j) && !repeats) {
                wrong++;
                count(event.type())[1]++;
                misses.add(article + "  wrong   " + event);
            }
        }
    }

    private @Nullable Integer bestHit(GoldEvent wanted, List<GoldEvent> given, Set<Integer> used) {
        Integer best = null;
        for (int j = 0; j < given.size(); j++) {
            if (!used.contains(j) && matches(wanted, given.get(j))) {
                boolean sameStatus = given.get(j).status().equals(wanted.status());
                if (sameStatus) {
                    return j;
                }
                best = best == null ? j : best;
            }
        }
        return best;
    }

    private boolean matches(GoldEvent gold, GoldEvent given) {
        if (level != Level.TYPE) {
            List<GoldEvent.Triple> own = given.readings(level);
            return gold.readings(level).stream().anyMatch(own::contains);
        }
        Set<String> types = new HashSet<>();
        Set<String> countries = new HashSet<>();
        for (GoldEvent.Triple triple : gold.readings(Level.TUPLE)) {
            types.add(triple.type());
            addNamed(countries, triple.source());
            addNamed(countries, triple.target());
        }
        Set<String> found = new HashSet<>();
        addNamed(found, Level.TUPLE.of(given.source()));
        addNamed(found, Level.TUPLE.of(given.target()));
        boolean share = found.stream().anyMatch(countries::contains) || (found.isEmpty() && countries.isEmpty());
        return types.contains(given.type()) && share;
    }

    private static void addNamed(Set<String> countries, @Nullable String country) {
        if (country != null && !country.isEmpty()) {
            countries.add(country);
        }
    }

    private int[] count(String type) {
        return perType.computeIfAbsent(type, key -> new int[3]);
    }

    public double precision() {
        return ratio(right, right + wrong);
    }

    public double recall() {
        return ratio(right, right + missed);
    }

    public double f1() {
        return f1(precision(), recall());
    }

    /** The harmonic mean of precision and recall. */
    static double f1(double precision, double recall) {
        double sum = precision + recall;
        return sum == 0 ? 0 : 2 * precision * recall / sum;
    }

    static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** What was missed and what was wrong, a line each. */
    public List<String> misses() {
        return misses;
    }

    /** Right, wrong, missed for each type that occurs. */
    public Map<String, int[]> perType() {
        return perType;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-7s precision %.3f recall %.3f F1 %.3f  (right %d, wrong %d, missed %d)",
                level.name().toLowerCase(Locale.ROOT),
                precision(),
                recall(),
                f1(),
                right,
                wrong,
                missed);
    }
}
