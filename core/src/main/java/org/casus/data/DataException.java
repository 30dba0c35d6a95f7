package org.casus.data;

import org.jspecify.annotations.Nullable;

/** A data file (codebook, actors, lexicon) is missing or wrong. The message names the file and line and says what is wrong. */
public final class DataException extends RuntimeException {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
