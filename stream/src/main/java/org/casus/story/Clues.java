package org.casus.story;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.casus.data.Table;

/**
 * Weighs what speaks for two texts telling one happening: log odds, as a logistic regression on judged pairs has them ({@code tools/clues.py},
 * docs/stories.md).
 */
final class Clues {
    /** So many rare words in common are as good as more. */
    static final int MANY = 6;

    private final Map<Clue, Double> weights = new EnumMap<>(Clue.class);

    private Clues() {}

    /** With the weights of the jar, read once: they are constants. */
    static Clues bundled() {
        return Bundled.CLUES;
    }

    private static final class Bundled {
        private static final Clues CLUES = read();
    }

    private static Clues read() {
        Clues clues = new Clues();
        Set<Clue> missing = EnumSet.allOf(Clue.class);
        for (Table.Row row : Table.bundled("/org/casus/story/clues.tsv", 2).rows()) {
            Clue clue = Clue.valueOf(row.text(0));
            clues.weights.put(clue, row.number(1));
            missing.remove(clue);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("clues.tsv has no weight of " + missing);
        }
        return clues;
    }

    /** Log odds of one happening; 0 is even. */
    double weigh(Map<Clue, Double> seen) {
        double sum = 0;
        for (Map.Entry<Clue, Double> clue : seen.entrySet()) {
            sum += weights.getOrDefault(clue.getKey(), 0.0) * clue.getValue();
        }
        return sum;
    }

    /** What two texts say; what is not there counts 0, and what their events say is for others to add. */
    static Map<Clue, Double> ofTexts(Terms a, Terms b) {
        Map<Clue, Double> seen = new EnumMap<>(Clue.class);
        Terms.Overlap overlap = a.overlap(b);
        seen.put(Clue.ALIKE, overlap.alike());
        seen.put(Clue.CONTAINED, overlap.contained());
        seen.put(Clue.RARE_WORDS, Math.min(overlap.rare(), MANY) / (double) MANY);
        agreement(seen, a.agreement(b, Terms.Special::numbers), Clue.NUMBER, Clue.OTHER_NUMBERS);
        agreement(seen, a.agreement(b, Terms.Special::places), Clue.PLACE, Clue.OTHER_PLACES);
        agreement(seen, a.agreement(b, Terms.Special::names), Clue.NAME, Clue.OTHER_NAMES);
        agreement(seen, a.agreement(b, Terms.Special::weekdays), Clue.WEEKDAY, Clue.OTHER_WEEKDAYS);
        if (a.contradictsCountry(b)) {
            seen.put(Clue.OTHER_COUNTRIES, 1.0);
        }
        seen.put(Clue.ALWAYS, 1.0);
        return seen;
    }

    private static void agreement(Map<Clue, Double> seen, int agreement, Clue common, Clue other) {
        if (agreement != 0) {
            seen.put(agreement > 0 ? common : other, 1.0);
        }
    }
}
