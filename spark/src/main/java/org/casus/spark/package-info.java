/**
 * The same coder inside Apache Spark: folders of news in, tables of events and stories out. Knows the coder, its inputs and its stories; not
 * the command line.
 */
@NullMarked
package org.casus.spark;

import org.jspecify.annotations.NullMarked;
