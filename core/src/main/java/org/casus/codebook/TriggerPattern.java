package org.casus.codebook;

import java.util.List;

/**
 * A phrase that says that an event happened.
 *
 * @param code the CAMEO code that it most often means
 * @param part what its first word is
 * @param lemmas its words as lemmas; "*" stands for up to four words between
 * @param direction which way it runs
 */
public record TriggerPattern(CameoCode code, Part part, List<String> lemmas, Direction direction) {

    /** What the first word is. */
    public enum Part {
        VERB,
        NOUN,
        OTHER
    }

    /** Which way the event runs. */
    public enum Direction {
        /** The grammatical subject does it to the object. */
        FORWARD,
        /** It is done to the grammatical subject: "receive aid from". */
        BACKWARD,
        /** Both do it: "hold talks with". */
        MUTUAL
    }

    public TriggerPattern {
        lemmas = List.copyOf(lemmas);
    }

    /** How many words it fixes. */
    public int weight() {
        return (int) lemmas.stream().filter(lemma -> !lemma.equals("*")).count();
    }
}
