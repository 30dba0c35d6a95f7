package org.casus.text;

/** Cuts that the tokenizer model misses: a full stop, quotation mark or bracket left hanging on a word, a possessive. */
final class TokenSplits {
    interface Sink {
        void token(int start, int end);
    }

    private static final String OPENING = "\"'([{";
    private static final String CLOSING = "\"',;:!?)]}";

    private TokenSplits() {}

    static void split(String text, int start, int end, Sink sink) {
        int from = start;
        while (end - from > 1 && OPENING.indexOf(text.charAt(from)) >= 0 && !isClitic(text, from, end)) {
            sink.token(from, ++from);
        }
        int to = end;
        while (to - from > 1 && CLOSING.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        int clitic = clitic(text, from, to);
        if (clitic > from && clitic < to) {
            sink.token(from, clitic);
            sink.token(clitic, to);
        } else {
            sink.token(from, to);
        }
        for (int i = to; i < end; i++) {
            sink.token(i, i + 1);
        }
    }

    private static boolean isClitic(String text, int from, int end) {
        return text.charAt(from) == '\'' && end - from <= 3 && Character.isLetter(text.charAt(from + 1));
    }

    /** Where "'s" or "n't" begins, or {@code to}. */
    private static int clitic(String text, int from, int to) {
        if (to - from > 2
                && text.charAt(to - 2) == '\''
                && (text.charAt(to - 1) == 's' || text.charAt(to - 1) == 'S')) {
            return to - 2;
        }
        boolean negated = to - from > 3 && text.regionMatches(true, to - 3, "n't", 0, 3);
        return negated ? to - 3 : to;
    }
}
