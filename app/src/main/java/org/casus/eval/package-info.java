/** Measuring against gold: articles with their events, pairs with their types. Knows the coder's records; not the command line. */
@NullMarked
package org.casus.eval;

import org.jspecify.annotations.NullMarked;
