package org.casus.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source lists: an item of a feed, a page of a sitemap, a file.
 *
 * @param name by which the source tells its items apart: a GUID; else the link, or the file with its size and time
 * @param host whose turn it takes to fetch it; "" where nothing is fetched
 * @param link the page or file; null for an item that is all text
 * @param publisher whom the source names, or null
 * @param text the text inside the feed when it is long enough to be an article, as HTML; else null
 */
public record SourceItem(
        String name,
        String host,
        @Nullable String link,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable String text) {}
