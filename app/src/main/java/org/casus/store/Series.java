package org.casus.store;

import java.util.Locale;
import org.casus.codebook.QuadClass;

/** By what events are counted apart. */
public enum Series {
    TYPE("e.type"),
    QUAD("e.quad"),
    STATUS("e.status"),
    NONE("'events'");

    private final String column;

    Series(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** A value of the column as events write it. */
    String label(String value) {
        return switch (this) {
            case QUAD -> QuadClass.of(Integer.parseInt(value)).label();
            case STATUS -> value.toLowerCase(Locale.ROOT);
            case TYPE, NONE -> value;
        };
    }
}
