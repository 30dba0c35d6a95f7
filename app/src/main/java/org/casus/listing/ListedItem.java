package org.casus.listing;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed or sitemap.
 *
 * @param name by which its feed tells it from the others; never empty
 * @param link its page, or null where there is none that can be fetched
 * @param published the day, in UTC, or null where none is given that can be
 * @param text the text in the feed, as HTML, when it is long enough for an article; else null
 */
public record ListedItem(
        String name,
        @Nullable URI link,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable String text) {}
