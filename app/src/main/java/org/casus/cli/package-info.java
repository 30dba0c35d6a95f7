/** The command line: a command a class. Results go to standard output, everything else to standard error. */
@NullMarked
package org.casus.cli;

import org.jspecify.annotations.NullMarked;
