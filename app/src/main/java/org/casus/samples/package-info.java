/** The sample articles that come with the program. Knows the coder's records only. */
@NullMarked
package org.casus.samples;

import org.jspecify.annotations.NullMarked;
