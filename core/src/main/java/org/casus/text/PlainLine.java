package org.casus.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens as one line of plain text, with a blank where the text had a gap.
 *
 * @param text the line
 * @param starts where each token starts in it
 */
public record PlainLine(String text, List<Integer> starts) {
    static PlainLine of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>(tokens.size());
        int end = 0;
        for (Token token : tokens) {
            text.append(!starts.isEmpty() && token.start() > end ? " " : "");
            starts.add(text.length());
            text.append(token.text());
            end = token.end();
        }
        return new PlainLine(text.toString(), starts);
    }

    /** The number of the token that a character of the line belongs to. */
    public int tokenAt(int place) {
        int token = 0;
        while (token + 1 < starts.size() && starts.get(token + 1) <= place) {
            token++;
        }
        return token;
    }
}
