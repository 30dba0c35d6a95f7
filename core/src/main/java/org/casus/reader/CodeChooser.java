package org.casus.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.TriggerLexicon;
import org.casus.codebook.TriggerMatch;
import org.casus.text.Sentence;

/**
 * Chooses the CAMEO code inside a type: the network tells three digits, the trigger lexicon knows phrases that are exact to four.
 * They are added as logarithms; a phrase of the lexicon counts as much as its words.
 */
final class CodeChooser {
    /** How much a lexicon match of one word is worth against the network's logarithm. */
    private static final double MATCH = 0.8;

    private final TriggerLexicon lexicon;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final Map<EventType, List<CameoCode>> codesOf = new EnumMap<>(EventType.class);

    CodeChooser(Codebook codebook, TriggerLexicon lexicon, List<String> labels) {
        this.lexicon = lexicon;
        for (int i = 0; i < labels.size(); i++) {
            numberOf.put(labels.get(i), i);
        }
        for (CameoCode code : codebook.codes()) {
            EventType type = code.type();
            if (type != null && code.code().length() > 2) {
                codesOf.computeIfAbsent(type, key -> new ArrayList<>()).add(code);
            }
        }
    }

    /** The lexicon's triggers in a sentence. */
    List<TriggerMatch> matches(Sentence sentence) {
        return lexicon.find(sentence);
    }

    /**
     * The best code of a type.
     *
     * @param chances the network's probability of each three-digit code
     * @param matches the lexicon's triggers in the sentence
     */
    CameoCode choose(EventType type, double[] chances, Trigger trigger, List<TriggerMatch> matches) {
        CameoCode best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (CameoCode code : codesOf.get(type)) {
            Integer number = numberOf.get(code.code().substring(0, 3));
            double chance = number == null ? 0 : chances[number];
            double score = Math.log(chance + 1e-6) + MATCH * weight(code, trigger, matches);
            // three digits unless a phrase says the fourth
            score -= code.code().length() > 3 ? 0.01 : 0;
            if (score > bestScore) {
                best = code;
                bestScore = score;
            }
        }
        if (best == null) {
            throw new IllegalStateException("the codebook has no code of type " + type);
        }
        return best;
    }

    /** How many words of a phrase at the trigger mean just this code. */
    private static double weight(CameoCode code, Trigger trigger, List<TriggerMatch> matches) {
        int most = 0;
        for (TriggerMatch match : matches) {
            boolean here = match.first() < trigger.end() && trigger.first() < match.end();
            if (here && match.pattern().code().equals(code)) {
                most = Math.max(most, match.pattern().weight());
            }
        }
        return most;
    }
}
