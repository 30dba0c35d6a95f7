package org.casus.export;

/**
 * How widely an event was reported.
 *
 * @param mentions how often articles tell it
 * @param sources how many publishers do
 * @param articles how many articles do
 */
public record Coverage(int mentions, int sources, int articles) {
    /** An event that only its own article is known to tell. */
    public static final Coverage ONE = new Coverage(1, 1, 1);
}
