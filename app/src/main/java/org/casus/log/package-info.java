/**
 * What a command that works on without anybody looking says while it does: one entry a line, for people or for machines. Knows no other
 * package of the app.
 */
@NullMarked
package org.casus.log;

import org.jspecify.annotations.NullMarked;
