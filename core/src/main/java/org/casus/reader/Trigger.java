package org.casus.reader;

/**
 * The word or few words that say what happened.
 *
 * @param first its first token
 * @param end the token after its last
 */
public record Trigger(int first, int end) {}
