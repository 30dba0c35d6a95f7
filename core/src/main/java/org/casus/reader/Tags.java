package org.casus.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads spans out of tags: 0 outside, then begin and inside of each kind in turn. Of all sequences in which no span begins with an
 * inside or ends with a linking word the most probable is taken (Viterbi), over begin and inside of all kinds together, then the kind
 * of each span: a word whose kind is in doubt does not break its span.
 */
final class Tags {
    private static final int OUTSIDE = 0;
    private static final int BEGIN = 1;
    private static final int INSIDE = 2;
    private static final double NEVER = -1e9;
    /** No mention ends with one of these; all but the signs as training/reader/batches.py has them. */
    private static final Set<String> LINKS = Set.of(
            "a", "an", "the", "of", "in", "at", "on", "to", "for", "from", "by", "with", "and", "or", "&", ",", ";",
            "(");

    private Tags() {}

    /** A span of pieces, from {@code first} to before {@code end}. */
    record Span(int first, int end, int kind) {}

    /** The mentions in a sentence's scores, as [piece][tag]; pieces inside a word follow its first. */
    static List<Span> mentions(float[][] scores, SentencePieces pieces) {
        return spans(scores, pieces, p -> LINKS.contains(pieces.word(p).toLowerCase(Locale.ROOT)));
    }

    /** The triggers; these may end with a linking word ("agreed to"). */
    static List<Span> triggers(float[][] scores, SentencePieces pieces) {
        return spans(scores, pieces, p -> false);
    }

    private static List<Span> spans(float[][] scores, SentencePieces pieces, IntPredicate links) {
        // the last piece is the closing mark
        int last = pieces.size() - 1;
        List<Integer> words = new ArrayList<>();
        for (int p = 1; p < last; p++) {
            if (pieces.opensWord(p)) {
                words.add(p);
            }
        }
        double[][] chances = words.stream().map(p -> Scores.softmax(scores[p])).toArray(double[][]::new);
        int[] tags = best(chances, n -> links.test(words.get(n)));
        List<Span> spans = new ArrayList<>();
        for (int n = 0; n < tags.length; n++) {
            if (tags[n] == BEGIN) {
                int end = n + 1;
                while (end < tags.length && tags[end] == INSIDE) {
                    end++;
                }
                spans.add(new Span(words.get(n), end < tags.length ? words.get(end) : last, kind(chances, n, end)));
            }
        }
        return spans;
    }

    private static int[] best(double[][] chances, IntPredicate links) {
        int[] tags = new int[chances.length];
        if (chances.length == 0) {
            return tags;
        }
        int[][] from = new int[chances.length][];
        double[] score = step(chances[0]);
        score[INSIDE] = NEVER;
        for (int n = 1; n < chances.length; n++) {
            double[] step = step(chances[n]);
            double[] closed = closed(score, links.test(n - 1));
            int any = Scores.best(closed);
            int open = score[BEGIN] >= score[INSIDE] ? BEGIN : INSIDE;
            from[n] = new int[] {any, any, open};
            score = new double[] {closed[any] + step[OUTSIDE], closed[any] + step[BEGIN], score[open] + step[INSIDE]};
        }
        tags[tags.length - 1] = Scores.best(closed(score, links.test(tags.length - 1)));
        for (int n = tags.length - 1; n > 0; n--) {
            tags[n - 1] = from[n][tags[n]];
        }
        return tags;
    }

    /** The scores if no span goes on: none may have ended with a linking word. */
    private static double[] closed(double[] score, boolean links) {
        return links ? new double[] {score[OUTSIDE], score[BEGIN] + NEVER, score[INSIDE] + NEVER} : score;
    }

    /** Logarithms of outside, begin and inside, of any kind. */
    private static double[] step(double[] chances) {
        double begin = 0;
        double inside = 0;
        for (int tag = 1; tag < chances.length; tag += 2) {
            begin += chances[tag];
            inside += chances[tag + 1];
        }
        return new double[] {log(chances[OUTSIDE]), log(begin), log(inside)};
    }

    private static double log(double chance) {
        return StrictMath.log(Math.max(1e-9, chance));
    }

    private static int kind(double[][] chances, int from, int to) {
        double[] sums = new double[(chances[from].length - 1) / 2];
        for (int n = from; n < to; n++) {
            for (int kind = 0; kind < sums.length; kind++) {
                sums[kind] += chances[n][1 + 2 * kind] + chances[n][2 + 2 * kind];
            }
        }
        return Scores.best(sums);
    }
}
