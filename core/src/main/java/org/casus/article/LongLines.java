package org.casus.article;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines without letting one endless line fill the memory: what goes beyond the limit is read past. */
final class LongLines {
    private LongLines() {}

    /** The next line, cut at {@code longest} characters; null at the end. */
    static @Nullable String next(Reader in, int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < longest && c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
