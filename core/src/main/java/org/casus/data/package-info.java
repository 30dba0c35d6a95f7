/**
 * Reading the data files: tab-separated rows that name their file and line when they are wrong. Knows nothing of what the rows mean.
 */
@NullMarked
package org.casus.data;

import org.jspecify.annotations.NullMarked;
