package org.casus.spark;

/**
 * What a batch or run came to.
 *
 * @param articles coded now, without those that had been coded before
 * @param foreign articles in other languages, not coded
 * @param events found in the coded ones
 * @param failed inputs that could not be read or coded: as many dead letters
 */
public record Summary(long articles, long foreign, long events, long failed) {
    static final Summary NONE = new Summary(0, 0, 0, 0);

    Summary plus(Summary other) {
        return new Summary(
                articles + other.articles, foreign + other.foreign, events + other.events, failed + other.failed);
    }
}
