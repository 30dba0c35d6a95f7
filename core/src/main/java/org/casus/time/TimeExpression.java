package org.casus.time;

import org.jspecify.annotations.Nullable;

/**
 * Words of a sentence that tell a time.
 *
 * @param first the first token
 * @param end the token after the last
 * @param date what they mean where they speak of what has been; null where they tell no date ("in the past three years")
 * @param ahead what they mean where they speak of what is to come: "Tuesday" is the next one then
 * @param past whether they recall: "in 2014", "years ago", "during the Second Karabakh War"
 */
public record TimeExpression(
        int first,
        int end,
        @Nullable PartialDate date,
        @Nullable PartialDate ahead,
        boolean past) {}
