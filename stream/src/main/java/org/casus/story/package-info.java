/**
 * Stories: copies of one text, and one happening told by many, found while articles come in. Knows the coder's records; not the command
 * line, not where stories are kept.
 */
@NullMarked
package org.casus.story;

import org.jspecify.annotations.NullMarked;
