package org.casus.codebook;

/**
 * A trigger pattern found in a sentence.
 *
 * @param first the token of the pattern's first word, its head
 * @param end the token after the pattern's last word
 */
public record TriggerMatch(int first, int end, TriggerPattern pattern) {}
