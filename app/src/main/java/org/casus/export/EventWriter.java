package org.casus.export;

import java.io.IOException;
import org.casus.Coder.CodedArticle;

/** Writes coded articles one after the other; {@link #close} writes what comes last. Not for use by several threads. */
public interface EventWriter extends AutoCloseable {
    void write(CodedArticle coded) throws IOException;

    @Override
    void close() throws IOException;
}
