package org.casus.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.codebook.EventType;
import org.casus.codebook.TriggerMatch;
import org.casus.codebook.TriggerPattern.Part;
import org.casus.text.Pos;

/** Of all triggers that the lexicon finds in a sentence, those that stand: right part of speech, longest first, not inside a name. */
final class TriggerSelector {
    private TriggerSelector() {}

    static List<TriggerMatch> select(Parse parse, List<TriggerMatch> matches) {
        List<TriggerMatch> sorted = new ArrayList<>();
        for (TriggerMatch match : matches) {
            if (match.pattern().code().type() != null && fits(parse, match)) {
                sorted.add(match);
            }
        }
        sorted.sort(
                Comparator.<TriggerMatch>comparingInt(match -> -match.pattern().weight())
                        .thenComparingInt(TriggerMatch::first)
                        .thenComparingInt(TriggerMatch::end)
                        .thenComparing(match -> match.pattern().code().code()));
        boolean[] taken = new boolean[parse.tokens.size()];
        List<TriggerMatch> kept = new ArrayList<>();
        for (TriggerMatch match : sorted) {
            if (!taken[match.first()]) {
                kept.add(match);
                // the words between may hold an actor ("accused X of"), never another trigger
                for (int t = match.first(); t < match.end(); t++) {
                    taken[t] = true;
                }
            }
        }
        kept.sort(Comparator.comparingInt(TriggerMatch::first));
        return kept;
    }

    private static boolean fits(Parse parse, TriggerMatch match) {
        if (insideName(parse, match) || crossesClause(parse, match)) {
            return false;
        }
        Pos tag = parse.tag(match.first());
        boolean single = match.pattern().weight() == 1;
        return switch (match.pattern().part()) {
            case VERB ->
                tag == Pos.VERB
                        || (!single && tag == Pos.AUX)
                        || (single ? isNounUse(parse, match) : isHeadline(parse, match));
            case NOUN -> !single || tag.isNominal();
            case OTHER -> true;
        };
    }

    /** The lexicon lists "attack" once, as a verb: its noun is the same event when an actor stands about it. */
    private static boolean isNounUse(Parse parse, TriggerMatch match) {
        return parse.tag(match.first()) == Pos.NOUN && match.pattern().code().type() == EventType.ASSAULT;
    }

    /** Headlines leave verbs that taggers take for nouns: "Iran slams US sanctions". */
    private static boolean isHeadline(Parse parse, TriggerMatch match) {
        return parse.tag(match.first()).isNominal()
                && parse.tags.stream().noneMatch(tag -> tag == Pos.AUX || tag == Pos.VERB);
    }

    /** The words that a pattern leaves open may not run into the next verb: "the truce and urged Iran to". */
    private static boolean crossesClause(Parse parse, TriggerMatch match) {
        for (int t = match.first() + 1; t < match.end() - 1; t++) {
            if (parse.tag(t) == Pos.CCONJ && parse.tag(t + 1) == Pos.VERB) {
                return true;
            }
        }
        return false;
    }

    private static boolean insideName(Parse parse, TriggerMatch match) {
        int mention = parse.mentionAt(match.first());
        return mention >= 0
                && mention == parse.mentionAt(match.end() - 1)
                && !parse.mentions.get(mention).modifier();
    }

    static boolean isNoun(Parse parse, TriggerMatch match) {
        Pos tag = parse.tag(match.first());
        return match.pattern().part() == Part.NOUN || (match.pattern().part() == Part.VERB && tag.isNominal());
    }
}
