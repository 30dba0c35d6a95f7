package org.casus.text;

import java.util.List;

/**
 * A sentence of an article.
 *
 * @param index the sentence's number in the article, from 0
 * @param paragraph the number of its paragraph, from 0
 * @param start where it starts in the body, in UTF-16 units
 * @param end where it ends in the body, exclusive
 * @param text the sentence as delivered: {@code body.substring(start, end)}
 * @param tokens its words and signs, in order
 */
public record Sentence(int index, int paragraph, int start, int end, String text, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** The text as delivered of the tokens from {@code first} to before {@code end}. */
    public String textOf(int first, int end) {
        return text.substring(
                tokens.get(first).start() - start, tokens.get(end - 1).end() - start);
    }

    /** Its tokens made plain in one line. */
    public PlainLine plain() {
        return PlainLine.of(tokens);
    }

    /** The plain text of the tokens from {@code first} to before {@code end}. */
    public String plain(int first, int end) {
        return PlainLine.of(tokens.subList(first, end)).text();
    }
}
