package org.casus.store;

import java.time.Duration;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * Something that is followed.
 *
 * @param id 16 hexadecimal digits made from the address
 * @param address of a feed or sitemap; the path of a folder
 * @param publisher who counts as publisher where neither page nor feed names one, or null
 * @param every how long to wait between two looks at first; later it depends on how often something new comes
 */
public record Source(
        String id,
        String address,
        SourceKind kind,
        @Nullable String publisher,
        Duration every) {
    /** A source with its id made. */
    public static Source of(String address, SourceKind kind, @Nullable String publisher, Duration every) {
        return new Source(Article.fingerprint(address), address, kind, publisher, every);
    }
}
