package org.casus.time;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.text.ClauseDistance;
import org.casus.text.Saying;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * Which of a sentence's times is that of a deed: the nearest, where the borders of clauses between them count as distance, and a
 * time that stands with a verb of saying belongs to the saying.
 */
public final class EventDating {
    private static final int FARTHEST = 25;
    /** What stands with these is when something else is to be. */
    private static final Set<String> SCHEDULING = Set.of("planned", "scheduled", "slated", "due", "set", "called");

    private static final int NEAR_GOVERNOR = 3;

    private EventDating() {}

    /**
     * The time of the deed that a trigger tells; empty where none of the sentence's times belongs to it.
     *
     * @param first the trigger's first token
     * @param end the token after its last
     */
    public static Optional<TimeExpression> of(Sentence sentence, List<TimeExpression> times, int first, int end) {
        return times.stream()
                .filter(time -> !belongsElsewhere(sentence, time, first, end))
                .filter(time -> distance(sentence, time, first, end) <= FARTHEST)
                .min(Comparator.comparingInt(time -> distance(sentence, time, first, end)));
    }

    /** "Accused Eritrea of overrunning a district last month": the time is that of what is reproached. */
    private static boolean isOfReproach(List<Token> tokens, int end, int time) {
        for (int t = end; t + 1 < time; t++) {
            boolean reproach =
                    tokens.get(t).lower().equals("of") || tokens.get(t).lower().equals("for");
            if (reproach && tokens.get(t + 1).lower().endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    private static int distance(Sentence sentence, TimeExpression time, int first, int end) {
        return ClauseDistance.between(sentence, first, end, time.first(), time.end());
    }

    /** "said on Tuesday", "a rally planned for Sunday": no time of another deed than the saying or the rally. */
    private static boolean belongsElsewhere(Sentence sentence, TimeExpression time, int first, int end) {
        List<Token> tokens = sentence.tokens();
        if (time.end() < tokens.size() && tokens.get(time.end()).lower().equals("'s")) {
            // "claimed Sunday's bombings": of what follows
            return false;
        }
        if (ClauseDistance.isInOtherClause(sentence, end, time.first()) || isOfReproach(tokens, end, time.first())) {
            return true;
        }
        for (int t = time.first() - 1; t >= Math.max(0, time.first() - 1 - NEAR_GOVERNOR); t--) {
            String word = tokens.get(t).lower();
            if (word.equals(",") || ClauseDistance.opensClause(word)) {
                return false;
            }
            if (Saying.is(word)) {
                return t < first || t >= end;
            }
            if (SCHEDULING.contains(word)) {
                return t < first || t > end;
            }
        }
        return false;
    }
}
