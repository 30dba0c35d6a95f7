/** Coded articles in one DuckDB file: kept in whole or not at all, asked by filters. No HTTP and no command line here. */
@NullMarked
package org.casus.store;

import org.jspecify.annotations.NullMarked;
