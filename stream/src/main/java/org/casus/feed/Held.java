package org.casus.feed;

import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Origin;

/** A page or text in memory. */
final class Held implements Unread {
    private final ArticleReader reader;
    private final byte[] bytes;
    private final Origin origin;

    Held(ArticleReader reader, byte[] bytes, Origin origin) {
        this.reader = reader;
        this.bytes = bytes;
        this.origin = origin;
    }

    @Override
    public void read(ArticleSink sink) {
        reader.read(bytes, origin, sink);
    }

    @Override
    public int held() {
        return bytes.length;
    }
}
