package org.casus.reader;

import java.util.List;
import org.casus.codebook.EventType;

/**
 * What the reader thinks of an ordered pair of mentions, event or not; for people who want to know why.
 *
 * @param source the number of the first mention
 * @param target the number of the second, or {@link Relation#NONE}
 * @param event the probability that the first does something to the second
 * @param types the three most probable types if it does, best first
 * @param looked the token that the reader looked at most while it judged the pair
 */
public record PairScore(int source, int target, double event, List<TypeChance> types, int looked) {
    public PairScore {
        types = List.copyOf(types);
    }

    /** A type and its probability. */
    public record TypeChance(EventType type, double probability) {}
}
