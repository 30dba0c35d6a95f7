package org.casus.actor;

import java.util.List;
import java.util.Set;
import org.casus.text.Token;

/** "Thousands of", "a group of": words that count the people who follow them and are no actor themselves. */
final class Quantities {
    private static final Set<String> COUNTS = Set.of(
            "thousands",
            "hundreds",
            "dozens",
            "scores",
            "tens",
            "millions",
            "some",
            "many",
            "most",
            "several",
            "group",
            "groups",
            "number",
            "all",
            "one",
            "two",
            "three");

    private Quantities() {}

    /** True when the token is the "of" of a counting phrase. */
    static boolean isCountingOf(List<Token> tokens, int token) {
        return token > 0
                && tokens.get(token).lower().equals("of")
                && COUNTS.contains(tokens.get(token - 1).lower());
    }
}
