package org.casus.position;

import java.util.List;

/** Finds the positions of one kind that an event tells. */
interface StanceRule {
    /** Mostly none; two where both sides take the position towards each other. */
    List<Claim> of(Telling telling);
}
