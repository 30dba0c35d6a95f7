/**
 * Follows feeds, sitemaps and folders into a store: what is due, whose turn it is, what is read and coded. No HTTP, no SQL and no
 * command line here.
 */
@NullMarked
package org.casus.watch;

import org.jspecify.annotations.NullMarked;
