/**
 * What a sentence says, before anyone asks who its actors are: mentions, triggers, and how they relate. {@link
 * org.casus.reader.Reader} is the seam at which one way of reading can take the place of another. Knows text and the
 * codebook; not actors.
 */
@NullMarked
package org.casus.reader;

import org.jspecify.annotations.NullMarked;
