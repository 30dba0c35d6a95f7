package org.casus.metrics;

import java.util.Locale;

/** Why an article was not coded, though nothing failed. */
public enum Skipped {
    /** It is in the store already. */
    KNOWN,
    /** It is in another language than English. */
    FOREIGN;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
