package org.casus.reader;

import java.util.List;
import org.casus.reader.WordPieces.Pieces;
import org.casus.text.PlainLine;
import org.casus.text.Sentence;

/** A sentence in word pieces, and the way from tokens to pieces and back. Tokens are taken as made plain, with a blank where there was one. */
final class SentencePieces {
    /** What is longer is no sentence that a reporter wrote; the rest is not read. */
    static final int MOST = 256;

    private final String text;
    private final Pieces pieces;
    private final int size;
    private final int[] firstToken;
    private final int[] lastToken;

    SentencePieces(Sentence sentence, WordPieces words) {
        PlainLine line = sentence.plain();
        List<Integer> starts = line.starts();
        text = line.text();
        pieces = words.of(text);
        size = Math.min(MOST, pieces.size());
        firstToken = new int[size];
        lastToken = new int[size];
        int token = 0;
        for (int p = 0; p < size; p++) {
            if (!isText(p)) {
                firstToken[p] = lastToken[p] = -1;
                continue;
            }
            while (token + 1 < starts.size() && starts.get(token + 1) <= pieces.starts()[p]) {
                token++;
            }
            firstToken[p] = token;
            while (token + 1 < starts.size() && starts.get(token + 1) < pieces.ends()[p]) {
                token++;
            }
            lastToken[p] = token;
        }
    }

    /** True for a piece of the text, false for the opening and closing marks. */
    private boolean isText(int piece) {
        return pieces.ends()[piece] > pieces.starts()[piece];
    }

    int size() {
        return size;
    }

    long[] ids() {
        long[] ids = new long[size];
        for (int p = 0; p < size; p++) {
            ids[p] = pieces.ids()[p];
        }
        return ids;
    }

    boolean opensWord(int piece) {
        return pieces.opensWord()[piece];
    }

    /** The word that a piece opens. */
    String word(int piece) {
        int last = piece;
        while (last + 1 < size && isText(last + 1) && !opensWord(last + 1)) {
            last++;
        }
        return text.substring(pieces.starts()[piece], pieces.ends()[last]);
    }

    int firstToken(int piece) {
        return firstToken[piece];
    }

    int lastToken(int piece) {
        return lastToken[piece];
    }

    /** The pieces of tokens, as first and end; null when the sentence was cut off before them. */
    int @org.jspecify.annotations.Nullable [] of(int first, int end) {
        int from = -1;
        int to = -1;
        for (int p = 0; p < size; p++) {
            if (firstToken[p] >= 0 && firstToken[p] < end && lastToken[p] >= first) {
                from = from < 0 ? p : from;
                to = p + 1;
            }
        }
        return from < 0 ? null : new int[] {from, to};
    }
}
