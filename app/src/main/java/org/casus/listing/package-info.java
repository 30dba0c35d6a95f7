/**
 * Reads what publishers list: feeds, news sitemaps, and OPML lists of feeds. Knows addresses; neither fetches anything nor knows
 * articles.
 */
@NullMarked
package org.casus.listing;

import org.jspecify.annotations.NullMarked;
