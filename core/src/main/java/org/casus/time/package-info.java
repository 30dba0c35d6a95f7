/** When: date expressions against the publication date, and which of them dates an event. */
@NullMarked
package org.casus.time;

import org.jspecify.annotations.NullMarked;
