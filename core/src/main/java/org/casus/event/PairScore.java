package org.casus.event;

import org.casus.codebook.TriggerMatch;
import org.casus.codebook.TriggerPattern.Direction;
import org.casus.reader.Mention;
import org.jspecify.annotations.Nullable;

/**
 * How well a trigger explains what a marked source does to a marked target: by where it stands between them. The first trigger
 * after the source weighs most, since a verb of speech governs the deeds that follow it ("threatened to attack").
 */
final class PairScore {
    private PairScore() {}

    static double of(Parse parse, TriggerMatch match, Mention source, @Nullable Mention markedTarget) {
        int at = match.first();
        int last = parse.tokens.size();
        Mention target = markedTarget == null ? new Mention(last, last, false) : markedTarget;
        boolean forward = source.first() < target.first();
        Mention left = forward ? source : target;
        Mention right = forward ? target : source;
        boolean between = at >= left.end() && at < right.first();
        boolean noun = TriggerSelector.isNoun(parse, match);
        double score = 0.1 * Math.min(3, match.pattern().weight());
        if (between) {
            score += 0.5;
            score -= 0.012 * (at - left.end());
        } else if (at >= right.end()) {
            score -= 0.012 * (at - right.end());
        } else {
            score -= 0.02 * (left.first() - at);
        }
        if (!noun) {
            score += 0.15;
            boolean passive = parse.isPassive(at);
            boolean backward = match.pattern().direction() == Direction.BACKWARD;
            boolean runsBack = passive != backward;
            if (match.pattern().direction() != Direction.MUTUAL && between) {
                score += runsBack == !forward ? 0.2 : -0.15;
            }
        }
        return score;
    }
}
