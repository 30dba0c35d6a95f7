package org.casus.store;

/** A question that the store could not answer in its time; asking for less, or later, helps. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
