package org.casus.position;

import org.jspecify.annotations.Nullable;

/** What a rule finds in an event: a position without its day and sources. */
record Claim(
        Party holder, Stance stance, Party toward, @Nullable Issue issue, Effect effect) {
    Claim(Party holder, Stance stance, Party toward, Effect effect) {
        this(holder, stance, toward, null, effect);
    }
}
