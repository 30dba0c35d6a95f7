package org.casus.event;

import java.util.Set;
import org.casus.codebook.Status;
import org.casus.text.Pos;

/**
 * Whether what a trigger says happened, is planned, is denied or is only possible: from the words of its verb group and the verb
 * above it. Words that are themselves the event ("promised", "threatened") make that event actual; they are not looked at here.
 */
final class StatusFinder {
    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "never", "no", "neither", "without", "cannot", "nor");
    private static final Set<String> FUTURE = Set.of("will", "shall", "'ll", "wo");
    private static final Set<String> HYPOTHETICAL = Set.of(
            "may",
            "might",
            "could",
            "would",
            "should",
            "can",
            "if",
            "whether",
            "possibly",
            "allegedly",
            "reportedly",
            "alleged",
            "possible",
            "potential",
            "suspected",
            "unless",
            "ca");
    private static final Set<String> DENIAL = Set.of(
            "deny",
            "denies",
            "denied",
            "denying",
            "denial",
            "refused",
            "refuses",
            "refuse",
            "failed",
            "fails",
            "declined",
            "stopped");
    private static final Set<String> PLANNED_NOUNS =
            Set.of("planned", "upcoming", "forthcoming", "scheduled", "proposed", "future", "coming", "next");

    private final Parse parse;

    StatusFinder(Parse parse) {
        this.parse = parse;
    }

    Status of(int head, boolean noun) {
        return noun ? ofNoun(head) : ofVerb(head);
    }

    private Status ofVerb(int verb) {
        int start = parse.groupStart(verb);
        boolean negated = false;
        for (int t = start; t < verb; t++) {
            negated |= NEGATIONS.contains(parse.word(t));
        }
        if (negated) {
            return Status.DENIED;
        }
        for (int t = start; t < verb; t++) {
            if (FUTURE.contains(parse.word(t))) {
                return Status.PLANNED;
            }
            if (HYPOTHETICAL.contains(parse.word(t)) && parse.tag(t) != Pos.NOUN) {
                return modal(parse.word(t));
            }
        }
        boolean infinitive = (start < verb && parse.word(start).equals("to"))
                || parse.word(start - 1).equals("to");
        if (infinitive) {
            return ofInfinitive(parse.word(start).equals("to") ? start : start - 1);
        }
        if (parse.word(start - 1).equals("if")) {
            return Status.POSSIBLE;
        }
        return governedBy(DENIAL, start, 3) ? Status.DENIED : Status.ACTUAL;
    }

    private static Status modal(String word) {
        return word.equals("would") ? Status.PLANNED : Status.POSSIBLE;
    }

    private Status ofInfinitive(int to) {
        if (governedBy(DENIAL, to, 2)) {
            return Status.DENIED;
        }
        boolean negated = false;
        for (int t = Math.max(0, to - 4); t < to; t++) {
            negated |= NEGATIONS.contains(parse.word(t));
        }
        // intent ("plans to meet") and purpose ("flew to Cairo to meet") alike are not yet done
        return negated ? Status.DENIED : Status.PLANNED;
    }

    private boolean governedBy(Set<String> words, int from, int reach) {
        for (int t = from - 1; t >= Math.max(0, from - reach); t--) {
            if (words.contains(parse.word(t))) {
                return true;
            }
        }
        return false;
    }

    private Status ofNoun(int noun) {
        for (int t = noun - 1; t >= Math.max(0, noun - 4); t--) {
            String word = parse.word(t);
            if (PLANNED_NOUNS.contains(word)) {
                return Status.PLANNED;
            }
            if (word.equals("no") || word.equals("any")) {
                return Status.DENIED;
            }
            if (HYPOTHETICAL.contains(word)) {
                return Status.POSSIBLE;
            }
            if (parse.tag(t) == Pos.VERB) {
                break;
            }
        }
        int verb = parse.verbBefore(noun);
        return verb >= 0 && noun - verb <= 5 ? ofVerb(verb) : Status.ACTUAL;
    }
}
