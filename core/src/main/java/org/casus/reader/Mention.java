package org.casus.reader;

/**
 * A span of a sentence that names an actor: "Pakistan's army chief Asim Munir".
 *
 * @param first its first token
 * @param end the token after its last
 * @param modifier true where it only modifies a noun that is no actor: "Turkish" in "Turkish offensive"
 */
public record Mention(int first, int end, boolean modifier) {

    public boolean covers(int token) {
        return token >= first && token < end;
    }
}
