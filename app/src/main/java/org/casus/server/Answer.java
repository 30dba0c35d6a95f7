package org.casus.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A body ready to be sent, as it is and, once someone asks for that, compressed. */
final class Answer {
    /** Shorter bodies fit into one packet anyway. */
    private static final int SHORTEST_COMPRESSED = 1_400;

    private final byte[] plain;
    private volatile byte @Nullable [] compressed;

    Answer(byte[] plain) {
        this.plain = plain;
    }

    byte[] plain() {
        return plain;
    }

    boolean isWorthCompressing() {
        return plain.length >= SHORTEST_COMPRESSED;
    }

    byte[] compressed() {
        byte[] bytes = compressed;
        if (bytes == null) {
            bytes = gzip(plain);
            compressed = bytes;
        }
        return bytes;
    }

    /** What it takes in memory; compressed it is at most about a third more. */
    int weight() {
        return plain.length + plain.length / 3 + 200;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 100);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
