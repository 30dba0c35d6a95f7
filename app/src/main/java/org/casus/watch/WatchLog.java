package org.casus.watch;

/** Takes what a user wants to know while sources are followed. Called by many threads. */
public interface WatchLog {
    /**
     * Something could not be fetched or read.
     *
     * @param about the address or file
     */
    void problem(String about, String reason);

    /** How far it is; called often. */
    void status(WatchStatus status);
}
