/**
 * Gets pages and feeds from the web: bounded in size and time, politely, and never from a private network unless told to. Knows
 * neither feeds nor articles.
 */
@NullMarked
package org.casus.fetch;

import org.jspecify.annotations.NullMarked;
