package org.casus.metrics;

import java.util.Locale;

/** Why no events came of an article that was to be coded. */
public enum Failed {
    /** Its page could not be had. */
    FETCH,
    /** It holds nothing that can be read. */
    READ,
    /** The coder broke at it. */
    CODE,
    /** It could not be kept. */
    STORE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
