package org.casus.listing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or sitemap lists.
 *
 * @param title of the feed, or null
 * @param sitemap true for a sitemap or an index of them
 * @param items in their order
 * @param parts the sitemaps that an index lists
 * @param unusable how many items have neither a page that can be fetched nor a text
 */
public record Listing(@Nullable String title, boolean sitemap, List<ListedItem> items, List<URI> parts, int unusable) {}
