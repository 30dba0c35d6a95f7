/**
 * Where articles come from: folders, archives, web archives and tables as one stream of inputs, each to be read on any thread.
 * Knows how articles are read; not what is coded from them, nor the command line.
 */
@NullMarked
package org.casus.feed;

import org.jspecify.annotations.NullMarked;
