package org.casus.store;

/** What became of an item that is done. */
public enum ItemEnd {
    /** Its article is in the store. */
    KEPT,
    /** Its text was in the store already. */
    SAME,
    /** It is in another language than English. */
    FOREIGN,
    /** It could not be read. */
    FAILED
}
