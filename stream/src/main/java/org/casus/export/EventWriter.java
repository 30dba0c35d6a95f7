package org.casus.export;

import java.io.IOException;
import java.util.Optional;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;

/** Writes events one after the other; {@link #close} writes what comes last. Not for use by several threads. */
public interface EventWriter extends AutoCloseable {
    /**
     * Writes an event.
     *
     * @param article the report it stands in; its body is not looked at
     */
    void write(Article article, Event event) throws IOException;

    /** Writes all events of an article. */
    default void write(CodedArticle coded) throws IOException {
        for (Event event : coded.events()) {
            write(coded.article(), event);
        }
    }

    /**
     * How many events the format could not carry, and why: "12 events left out: denied 8, possible 4 (gdelt2 has no status)". Empty
     * where it carried all.
     */
    default Optional<String> leftOut() {
        return Optional.empty();
    }

    /** Writes what is left and flushes; the stream below stays open. */
    @Override
    void close() throws IOException;
}
