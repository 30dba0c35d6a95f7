package org.casus.codebook;

import java.util.Locale;

/** Whether an event happened, as the text has it: PLOVER's auxiliary modes future, negation and hypothetical, and none of them. */
public enum Status {
    ACTUAL,
    PLANNED,
    DENIED,
    POSSIBLE;

    /** As event JSON writes it: {@code planned}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
