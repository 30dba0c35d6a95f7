package org.casus.eval;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accuracy and F1 of predicted types for marked pairs. Micro F1 is the accuracy over all rows, macro F1 the mean over gold
 * types. A gold YIELD (of older PLOVER) is met by CONCEDE and RETREAT.
 */
public final class PairFigures {
    private final Map<String, int[]> perType = new TreeMap<>();
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private int rows;
    private int right;

    /** Adds a row; {@code predicted} is a PLOVER type, or "" where the program had none. */
    public void add(String gold, String predicted) {
        String given = gold.equals("YIELD") || goldKnowsYield() ? yielded(predicted) : predicted;
        rows++;
        confusion.computeIfAbsent(gold, key -> new TreeMap<>()).merge(given, 1, Integer::sum);
        if (given.equals(gold)) {
            right++;
            count(gold)[0]++;
        } else {
            count(gold)[2]++;
            if (!given.isEmpty()) {
                count(given)[1]++;
            }
        }
    }

    private boolean goldKnowsYield() {
        return !perType.containsKey("CONCEDE") && !perType.containsKey("RETREAT");
    }

    private static String yielded(String type) {
        return type.equals("CONCEDE") || type.equals("RETREAT") ? "YIELD" : type;
    }

    private int[] count(String type) {
        return perType.computeIfAbsent(type, key -> new int[3]);
    }

    public int rows() {
        return rows;
    }

    /** How often each gold type was given each type. */
    public Map<String, Map<String, Integer>> confusion() {
        return confusion;
    }

    public double micro() {
        return Score.ratio(right, rows);
    }

    public double macro() {
        return perType.entrySet().stream()
                .filter(entry -> entry.getValue()[0] + entry.getValue()[2] > 0)
                .mapToDouble(entry -> f1(entry.getValue()))
                .average()
                .orElse(0);
    }

    private static double f1(int[] counts) {
        return counts[0] == 0 ? 0 : 2.0 * counts[0] / (2.0 * counts[0] + counts[1] + counts[2]);
    }

    /** A line a type: precision, recall, F1, rows. */
    public String table() {
        StringBuilder text = new StringBuilder();
        perType.forEach((type, counts) -> text.append(String.format(
                Locale.ROOT,
                "%-10s precision %.2f recall %.2f F1 %.2f  (%d rows)%n",
                type,
                Score.ratio(counts[0], counts[0] + counts[1]),
                Score.ratio(counts[0], counts[0] + counts[2]),
                f1(counts),
                counts[0] + counts[2])));
        return text.toString();
    }

    @Override
    public String toString() {
        return table()
                + String.format(Locale.ROOT, "macro F1 %.3f, micro F1 %.3f over %d rows", macro(), micro(), rows);
    }
}
