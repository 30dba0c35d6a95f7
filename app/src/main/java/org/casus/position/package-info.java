/**
 * Standing positions: who recognises, supports, opposes or sanctions whom, on what issue, since when and until when. Knows articles,
 * events and the actor book; not where positions are kept or shown.
 */
@NullMarked
package org.casus.position;

import org.jspecify.annotations.NullMarked;
