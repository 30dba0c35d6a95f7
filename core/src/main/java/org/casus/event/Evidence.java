package org.casus.event;

/**
 * The words that an event rests on.
 *
 * @param sentence the sentence as written
 * @param trigger the words that say what happened, as written
 * @param start where the trigger starts in the article's body, in UTF-16 units
 * @param end where it ends, exclusive: {@code body.substring(start, end).equals(trigger)}
 */
public record Evidence(String sentence, String trigger, int start, int end) {}
