/** Where: a gazetteer inside the program, and which of its places an event happened in. */
@NullMarked
package org.casus.place;

import org.jspecify.annotations.NullMarked;
