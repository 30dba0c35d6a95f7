package org.casus.feed;

import org.casus.article.ArticleSink;

/** An input that was found and not yet read: finding is work for one thread, reading a page is work for all. */
@FunctionalInterface
public interface Unread {
    /** Reads it on any thread, once. */
    void read(ArticleSink sink);

    /** How many bytes it holds in memory until it is read. */
    default int held() {
        return 0;
    }
}
