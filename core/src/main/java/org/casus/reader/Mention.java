package org.casus.reader;

/**
 * A span of a sentence that names an actor: "Pakistan's army chief Asim Munir".
 *
 * @param first its first token
 * @param end the token after its last
 */
public record Mention(int first, int end, Kind kind) {

    public boolean covers(int token) {
        return token >= first && token < end;
    }

    public boolean overlaps(Mention other) {
        return first < other.end && other.first < end;
    }
}
