package org.casus.text;

import java.util.Set;

/**
 * How far apart two spans of a sentence are, in words, where the borders of clauses between them count as several: what stands in
 * the clause of a deed tells of that deed.
 */
public final class ClauseDistance {
    private static final int CLAUSE = 7;
    private static final int COMMA = 3;
    private static final Set<String> OPENS_CLAUSE = Set.of(
            "after",
            "before",
            "when",
            "while",
            "who",
            "which",
            "whose",
            "that",
            "where",
            "because",
            "if",
            "although",
            "though",
            "but",
            "until",
            "as",
            "following",
            "despite",
            ";",
            ":");

    private static final Set<String> RELATIVE = Set.of("who", "which", "whose", "whom", "where");

    private ClauseDistance() {}

    /** The distance of two spans of tokens; 0 where they touch or overlap. */
    public static int between(Sentence sentence, int first, int end, int otherFirst, int otherEnd) {
        int from = otherFirst >= end ? end : otherEnd;
        int to = otherFirst >= end ? otherFirst : first;
        int distance = 0;
        for (int t = from; t < to; t++) {
            String word = sentence.tokens().get(t).lower();
            int close = RELATIVE.contains(word) ? comma(sentence, t + 1, to) : -1;
            if (close >= 0) {
                // "…, who hopes to run in November, on Wednesday": what is inside does not part what is outside
                distance += COMMA;
                t = close;
                continue;
            }
            distance += word.equals(",") ? COMMA : opensClause(word) ? CLAUSE : 1;
        }
        return distance;
    }

    private static int comma(Sentence sentence, int from, int to) {
        for (int t = from; t < to; t++) {
            if (sentence.tokens().get(t).lower().equals(",")) {
                return t;
            }
        }
        return -1;
    }

    /**
     * True where another clause is open between a span's end and a later token: "thanked Rwanda, which sent soldiers | last month",
     * "refused, as China has demanded | for years".
     */
    public static boolean isInOtherClause(Sentence sentence, int end, int later) {
        for (int t = later - 1; t >= end; t--) {
            String word = sentence.tokens().get(t).lower();
            if (word.equals(",")) {
                return t + 1 < later && opensClause(sentence.tokens().get(t + 1).lower());
            }
            if (RELATIVE.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** True for words after which another deed is told. */
    public static boolean opensClause(String word) {
        return OPENS_CLAUSE.contains(word);
    }
}
