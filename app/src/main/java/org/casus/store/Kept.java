package org.casus.store;

/** What keeping an article did. */
public enum Kept {
    /** It was not there. */
    NEW,
    /** It was there, coded by another version of the coder; its events are the new ones now. */
    REPLACED,
    /** It was there by the same coder; nothing changed. */
    UNCHANGED
}
