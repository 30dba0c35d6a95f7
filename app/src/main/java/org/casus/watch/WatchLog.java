package org.casus.watch;

/** Takes what a user wants to know while sources are followed. Called by many threads. */
public interface WatchLog {
    /** Something that could not be fetched or read: the address or file, a colon, the reason. */
    void problem(String line);

    /** How far it is; called often. */
    void status(WatchStatus status);
}
