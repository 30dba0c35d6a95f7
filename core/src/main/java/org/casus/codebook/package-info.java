/**
 * The codebook: PLOVER's types, CAMEO's codes, and the lexicon of words that trigger them. All of it is data under
 * {@code resources/org/casus/codebook}. Knows sentences and tokens; nothing here knows actors or events.
 */
@NullMarked
package org.casus.codebook;

import org.jspecify.annotations.NullMarked;
