package org.casus.place;

/**
 * A place's name in a sentence.
 *
 * @param first the first token of the name
 * @param end the token after its last
 * @param inPlace whether a word like "in" or "near" stands before it: what is told happened there
 * @param place what it most likely means
 */
public record Toponym(int first, int end, boolean inPlace, Place place) {}
