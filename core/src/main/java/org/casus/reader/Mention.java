package org.casus.reader;

import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * A span of a sentence that names an actor: "Pakistan's army chief Asim Munir".
 *
 * @param first its first token
 * @param end the token after its last
 */
public record Mention(int first, int end, Kind kind) {

    /** The mention of a place in the sentence's body, {@code start} to before {@code end}: all tokens that it touches. */
    public static Mention at(Sentence sentence, int start, int end, Kind kind) {
        int first = -1;
        int last = 0;
        for (int t = 0; t < sentence.tokens().size(); t++) {
            Token token = sentence.tokens().get(t);
            if (token.end() > start && token.start() < end) {
                first = first < 0 ? t : first;
                last = t + 1;
            }
        }
        return new Mention(Math.max(0, first), Math.max(1, last), kind);
    }

    public boolean covers(int token) {
        return token >= first && token < end;
    }

    public boolean overlaps(Mention other) {
        return first < other.end && other.first < end;
    }
}
