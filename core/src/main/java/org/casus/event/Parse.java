package org.casus.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.reader.Mention;
import org.casus.text.Calendar;
import org.casus.text.Pos;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * A tagged sentence with its mentions, and the questions that word order can answer about it: who is the subject of this verb,
 * who its object, is it passive. No grammar, only what agency English makes safe to say.
 */
final class Parse {
    private static final Set<String> BE =
            Set.of("be", "is", "are", "was", "were", "been", "being", "am", "get", "got", "gets");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "having");
    private static final Set<String> RELATIVE = Set.of("who", "which", "that");
    private static final Set<String> SUBJECT_PRONOUNS = Set.of("he", "she", "it", "they");
    private static final Set<String> TIME = Set.of(
            "week",
            "month",
            "year",
            "day",
            "morning",
            "evening",
            "night",
            "afternoon",
            "weekend",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "time");
    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "near",
            "during",
            "since",
            "after",
            "before",
            "until",
            "within",
            "inside",
            "outside",
            "around",
            "across",
            "through",
            "throughout",
            "under",
            "amid",
            "despite",
            "besides",
            "without",
            "along",
            "beyond",
            "behind",
            "as",
            "like",
            "than",
            "except",
            "including",
            "via");

    private static final Set<String> OWN = Set.of("its", "their", "his", "her");

    /** How far a subject or object is looked for, in tokens. */
    private static final int REACH = 28;

    final Sentence sentence;
    final List<Token> tokens;
    final List<Pos> tags;
    final List<Mention> mentions;
    private final int[] mentionAt;

    Parse(Sentence sentence, List<Pos> tags, List<Mention> mentions) {
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.tags = tags;
        this.mentions = mentions;
        this.mentionAt = new int[tokens.size()];
        Arrays.fill(mentionAt, -1);
        for (int m = 0; m < mentions.size(); m++) {
            for (int t = mentions.get(m).first(); t < mentions.get(m).end(); t++) {
                mentionAt[t] = m;
            }
        }
    }

    String word(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).lower() : "";
    }

    Pos tag(int token) {
        return token >= 0 && token < tags.size() ? tags.get(token) : Pos.PUNCT;
    }

    /** The number of the mention that covers a token, or -1. */
    int mentionAt(int token) {
        return token >= 0 && token < mentionAt.length ? mentionAt[token] : -1;
    }

    /** "was received", "being questioned": a form of be before the participle, with adverbs between. */
    boolean isPassive(int verb) {
        for (int t = verb - 1; t >= Math.max(0, verb - 4); t--) {
            if (BE.contains(word(t))) {
                return !isProgressive(verb);
            }
            if (HAVE.contains(word(t)) || (tag(t) != Pos.ADV && tag(t) != Pos.PART && tag(t) != Pos.AUX)) {
                break;
            }
        }
        return isReducedPassive(verb);
    }

    /** "protesters arrested by police": a participle right after its noun, with an agent. */
    private boolean isReducedPassive(int verb) {
        boolean afterNoun = mentionAt(verb - 1) >= 0 || (word(verb - 1).equals(",") && mentionAt(verb - 2) >= 0);
        return afterNoun && word(verb + 1).equals("by") && !isProgressive(verb);
    }

    private boolean isProgressive(int verb) {
        return word(verb).endsWith("ing");
    }

    /** The first token of the verb group that ends in {@code verb}: "has not yet | received". */
    int groupStart(int verb) {
        int t = verb;
        while (t > 0 && isGroupWord(t - 1)) {
            t--;
        }
        return t;
    }

    private boolean isGroupWord(int t) {
        return tag(t) == Pos.AUX
                || tag(t) == Pos.ADV
                || (tag(t) == Pos.PART && !word(t).equals("'s"))
                || HAVE.contains(word(t));
    }

    /** The mentions that are the subject of a verb; empty when there is none that word order makes sure. */
    List<Integer> subject(int verb) {
        return subject(verb, 0);
    }

    private List<Integer> subject(int verb, int depth) {
        if (depth > 4) {
            return List.of();
        }
        int start = groupStart(verb);
        int before = start - 1;
        if (before < 0) {
            return word(verb).endsWith("ing") ? subjectAfterComma(verb) : List.of();
        }
        String previous = word(before);
        if (sharesSubject(before, verb, start)) {
            int governor = tag(before) == Pos.VERB ? before : verbBefore(before);
            return governor < 0 ? List.of() : subject(governor, depth + 1);
        }
        if (RELATIVE.contains(previous)
                && mentionAt(before - 1) < 0
                && word(before - 1).equals(",")
                && mentionAt(before - 2) >= 0) {
            return List.of(mentionAt(before - 2));
        }
        if (RELATIVE.contains(previous) && mentionAt(before - 1) >= 0) {
            return List.of(mentionAt(before - 1));
        }
        if (SUBJECT_PRONOUNS.contains(previous)) {
            int governor = verbBefore(before);
            return governor < 0 ? List.of() : subject(governor, depth + 1);
        }
        return nearestLeft(before, depth);
    }

    /** "met X and praised Y", "said …, praising", "wants to visit", "after meeting": the verb takes the subject of the one before. */
    private boolean sharesSubject(int before, int verb, int start) {
        String previous = word(before);
        boolean conjunction = tag(before) == Pos.CCONJ;
        boolean infinitive = word(start).equals("to") || previous.equals("to");
        boolean participle =
                isProgressive(verb) && (previous.equals(",") || tag(before) == Pos.SCONJ || tag(before) == Pos.ADP);
        return conjunction || infinitive || participle || tag(before) == Pos.VERB;
    }

    private List<Integer> nearestLeft(int from, int depth) {
        int t = from;
        while (t >= 0 && from - t < REACH) {
            int m = mentionAt(t);
            if (m >= 0) {
                int first = mentions.get(m).first();
                if (isPreposed(first)) {
                    t = phraseStart(first) - 2;
                    continue;
                }
                return coordinatedLeft(m);
            }
            if (tag(t).isNominal() || tag(t) == Pos.PRON) {
                int start = phraseStart(t);
                boolean prepositional = start > 0 && tag(start - 1) == Pos.ADP;
                if (prepositional) {
                    t = start - 2;
                } else if (TIME.contains(word(t)) || Calendar.isDayOrMonth(word(t))) {
                    t = start - 1;
                } else {
                    int owner = ownerIn(start, t);
                    return owner >= 0 ? List.of(owner) : List.of();
                }
                continue;
            }
            if (word(t).equals(";") || word(t).equals(":")) {
                return List.of();
            }
            boolean finite = tag(t) == Pos.VERB && !isProgressive(t);
            if (finite && tag(t + 1) != Pos.PUNCT) {
                return depth < 3 && tag(from) != Pos.SCONJ ? subject(t, depth + 1) : List.of();
            }
            t--;
        }
        return List.of();
    }

    /** True when a preposition stands before the phrase: what follows it is no subject. */
    private boolean isPreposed(int first) {
        int before = first - 1;
        if (before < 0) {
            return false;
        }
        if (tag(before) == Pos.ADP || (word(before).equals("to") && tag(before) != Pos.PUNCT)) {
            return true;
        }
        // "with France and Germany": the second stands under the first's preposition
        boolean joined = word(before).equals("and") || word(before).equals("or");
        int other = joined ? mentionAt(before - 1) : -1;
        return other >= 0 && isPreposed(mentions.get(other).first());
    }

    private int phraseStart(int t) {
        int start = t;
        while (start > 0 && isPhraseWord(start - 1)) {
            start--;
            if (tag(start) == Pos.DET || tag(start) == Pos.PRON) {
                break;
            }
        }
        return start;
    }

    private boolean isPhraseWord(int t) {
        return switch (tag(t)) {
            case NOUN, PROPN, ADJ, DET, NUM -> true;
            case PART -> word(t).equals("'s");
            case PRON -> OWN.contains(word(t));
            case PUNCT -> word(t).equals("-");
            default -> false;
        };
    }

    private int ownerIn(int start, int end) {
        for (int t = end; t >= start; t--) {
            if (mentionAt(t) >= 0) {
                return mentionAt(t);
            }
        }
        return -1;
    }

    /** The verb to the left whose clause this is. */
    int verbBefore(int from) {
        for (int t = from - 1; t >= 0 && from - t < REACH; t--) {
            if (tag(t) == Pos.VERB && mentionAt(t) < 0) {
                return t;
            }
            if (word(t).equals(";")) {
                return -1;
            }
        }
        return -1;
    }

    private List<Integer> subjectAfterComma(int verb) {
        for (int t = verb + 1; t < tokens.size() - 1; t++) {
            if (word(t).equals(",") && mentionAt(t + 1) >= 0) {
                return coordinatedRight(mentionAt(t + 1));
            }
        }
        return List.of();
    }

    /**
     * The mentions that follow a trigger as its object; empty when none stands before the clause ends.
     *
     * @param from the token after the trigger
     */
    List<Integer> object(int from) {
        for (int t = from; t < tokens.size() && t - from < REACH; t++) {
            int m = mentionAt(t);
            if (m >= 0) {
                if (LOCATIVE.contains(preposition(m)) || isOwn(m)) {
                    t = mentions.get(m).end() - 1;
                    continue;
                }
                return preposition(m).equals("by") ? List.of() : coordinatedRight(m);
            }
            if (endsClause(t, from)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** "its troops", "his ministers": what belongs to the doer is not the one it is done to; "his Iranian counterpart" is. */
    boolean isOwn(int m) {
        boolean counterpart = word(mentions.get(m).end() - 1).startsWith("counterpart");
        return !counterpart && OWN.contains(word(mentions.get(m).first()));
    }

    /** The mentions after "by" behind a passive verb or a noun. */
    List<Integer> agent(int from) {
        for (int t = from; t < tokens.size() && t - from < REACH; t++) {
            if (word(t).equals("by")) {
                for (int k = t + 1; k < Math.min(tokens.size(), t + 6); k++) {
                    if (mentionAt(k) >= 0) {
                        return coordinatedRight(mentionAt(k));
                    }
                    if (!isPhraseWord(k)) {
                        break;
                    }
                }
            }
            if (endsClause(t, from)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** The preposition that a mention stands under, or "". */
    String preposition(int m) {
        int before = mentions.get(m).first() - 1;
        while (before >= 0 && isPhraseWord(before) && mentionAt(before) < 0) {
            before--;
        }
        return tag(before) == Pos.ADP || word(before).equals("to") ? word(before) : "";
    }

    private boolean endsClause(int t, int from) {
        String word = word(t);
        if (word.equals(";") || word.equals(":")) {
            return true;
        }
        if (t == from) {
            return word.equals(",") || (tag(t) == Pos.SCONJ && !word.equals("that"));
        }
        Pos tag = tag(t);
        boolean finite = tag == Pos.VERB
                && !isProgressive(t)
                && !word(t - 1).equals("to")
                && mentionAt(t) < 0
                && !isParticipleOfNoun(t);
        boolean subordinate = tag == Pos.SCONJ && !word.equals("that");
        boolean comma = word.equals(",")
                && (tag(t + 1) == Pos.CCONJ
                        || tag(t + 1) == Pos.VERB
                        || tag(t + 1) == Pos.SCONJ
                        || RELATIVE.contains(word(t + 1))
                        || mentionAt(t + 1) < 0);
        return (finite && t - from > 0) || subordinate || comma;
    }

    /** "the displaced people", "more wounded soldiers": a participle that stands for an adjective. */
    private boolean isParticipleOfNoun(int t) {
        boolean opened =
                tag(t - 1) == Pos.DET || tag(t - 1) == Pos.ADJ || tag(t - 1) == Pos.NUM || tag(t - 1) == Pos.ADP;
        return opened && (tag(t + 1).isNominal() || tag(t + 1) == Pos.ADJ);
    }

    /** The mentions joined to {@code m} by "and" and commas, to the left and itself. */
    List<Integer> coordinatedLeft(int m) {
        List<Integer> group = new ArrayList<>();
        group.add(m);
        int current = m;
        while (current > 0 && isJoined(current - 1, current)) {
            current--;
            group.add(0, current);
        }
        return group;
    }

    /** The mentions joined to {@code m} by "and" and commas, itself and to the right. */
    List<Integer> coordinatedRight(int m) {
        List<Integer> group = new ArrayList<>();
        group.add(m);
        int current = m;
        while (current + 1 < mentions.size() && isJoined(current, current + 1)) {
            current++;
            group.add(current);
        }
        // "A, B" without a closing "and" is no list
        if (group.size() > 1 && !sawConjunction(m, current)) {
            return List.of(m);
        }
        return group;
    }

    private boolean sawConjunction(int first, int last) {
        for (int t = mentions.get(first).end(); t < mentions.get(last).first(); t++) {
            if (tag(t) == Pos.CCONJ || word(t).equals("and")) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoined(int left, int right) {
        if (mentions.get(left).modifier()) {
            return false;
        }
        int from = mentions.get(left).end();
        int to = mentions.get(right).first();
        if (to - from < 1 || to - from > 3) {
            return false;
        }
        String between = between(from, to);
        return Set.of("and", ",", ", and", "or", "as well as", "and its", "along with")
                .contains(between);
    }

    private String between(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int t = from; t < to; t++) {
            words.append(words.length() == 0 ? "" : " ").append(word(t));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
