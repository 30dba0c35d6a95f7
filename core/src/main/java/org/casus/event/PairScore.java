package org.casus.event;

import org.casus.codebook.TriggerMatch;
import org.casus.codebook.TriggerPattern.Direction;
import org.casus.reader.Mention;
import org.jspecify.annotations.Nullable;

/**
 * How well a trigger explains what a marked source does to a marked target: by where it stands between them. The first trigger
 * after the source weighs most, since a verb of speech governs the deeds that follow it ("threatened to attack"). The weights were
 * found by search on the project's own training sentences (15,096 pairs), not on a yardstick.
 */
final class PairScore {
    private static final double WORD = 0.1;
    private static final double MOST_WORDS = 1.5;
    private static final double BETWEEN = 0.5;
    private static final double FAR_FROM_LEFT = 0.012;
    private static final double FAR_AFTER_RIGHT = 0.024;
    private static final double FAR_BEFORE_LEFT = 0.02;
    private static final double VERB = 0.075;
    private static final double RIGHT_WAY = 0.28;
    private static final double WRONG_WAY = 0.63;

    private PairScore() {}

    static double of(Parse parse, TriggerMatch match, Mention source, @Nullable Mention markedTarget) {
        int at = match.first();
        int last = parse.tokens.size();
        Mention target = markedTarget == null ? new Mention(last, last, false) : markedTarget;
        boolean forward = source.first() < target.first();
        Mention left = forward ? source : target;
        Mention right = forward ? target : source;
        boolean between = at >= left.end() && at < right.first();
        double score = WORD * Math.min(MOST_WORDS, match.pattern().weight()) + place(at, left, right);
        if (TriggerSelector.isNoun(parse, match)) {
            return score;
        }
        score += VERB;
        if (between && match.pattern().direction() != Direction.MUTUAL) {
            boolean runsBack = parse.isPassive(at) != (match.pattern().direction() == Direction.BACKWARD);
            score += runsBack == !forward ? RIGHT_WAY : -WRONG_WAY;
        }
        return score;
    }

    private static double place(int at, Mention left, Mention right) {
        if (at >= right.end()) {
            return -FAR_AFTER_RIGHT * (at - right.end());
        }
        return at >= left.end() ? BETWEEN - FAR_FROM_LEFT * (at - left.end()) : -FAR_BEFORE_LEFT * (left.first() - at);
    }
}
