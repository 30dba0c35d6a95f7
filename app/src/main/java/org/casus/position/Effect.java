package org.casus.position;

/** What a report does to the position that it tells of. */
public enum Effect {
    /** "imposed sanctions": it holds from the report's day on. */
    BEGINS,
    /** "does not recognise": it holds on the report's day, and who knows since when. */
    HOLDS,
    /** "lifted the sanctions": it holds no longer from the report's day on. */
    ENDS
}
