package org.casus.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import org.casus.article.Problem;

/** Lines out of a gzip file: a damaged member is named, and what follows it begins a new line. */
final class LinesBehindDamage extends FilterInputStream {
    private final String name;
    private final FeedSink sink;

    LinesBehindDamage(GzipMembers in, String name, FeedSink sink) {
        super(in);
        this.name = name;
        this.sink = sink;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (DamagedGzipException e) {
            sink.problem(new Problem(name, e.getMessage()));
            target[offset] = '\n';
            return 1;
        }
    }
}
