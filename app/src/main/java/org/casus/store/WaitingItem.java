package org.casus.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item that is to be read; the fields that both have mean what they mean in {@link SourceItem}.
 *
 * @param key by which the store knows it
 * @param source whose it is
 * @param linkMark a fingerprint of the link, by which the same page is known under other names
 * @param tries how often it was tried before
 */
public record WaitingItem(
        long key,
        String source,
        String linkMark,
        int tries,
        String host,
        @Nullable String link,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable String text) {}
