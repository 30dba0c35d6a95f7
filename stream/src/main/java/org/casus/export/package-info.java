/** The formats in which events leave the program. Knows the coder's records; not the command line. */
@NullMarked
package org.casus.export;

import org.jspecify.annotations.NullMarked;
