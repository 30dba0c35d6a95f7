package org.casus.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.article.ArticleReader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a web archive into its records, and finds the next one after damage: behind a wrong length, in the middle of a cut record.
 * What is inside a record is for {@link WarcSource}.
 */
final class WarcRecords {
    /** A record in full: header and block. */
    static final class Cut {
        private final int number;
        private final long place;
        private final byte[] bytes;
        private final long rest;

        Cut(int number, long place, byte[] bytes, long rest) {
            this.number = number;
            this.place = place;
            this.bytes = bytes;
            this.rest = rest;
        }

        /** Counted from 1. */
        int number() {
            return number;
        }

        /** The byte of the file at which it begins; of a gzip file the byte at which its gzip member begins. */
        long place() {
            return place;
        }

        InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }

        /** True when it is larger than an article may be; then its end is not in the stream. */
        boolean isTooLarge() {
            return rest > 0;
        }
    }

    /** A record that cannot be cut out, and why; the records behind it still can. */
    static final class DamagedRecordException extends IOException {
        private final int number;
        private final long place;

        DamagedRecordException(int number, long place, String reason) {
            super(reason);
            this.number = number;
            this.place = place;
        }

        int number() {
            return number;
        }

        long place() {
            return place;
        }
    }

    private static final int LONGEST_HEADER = 1 << 16;
    /** Headers of HTTP and of the record come on top of the page. */
    private static final int LARGEST = ArticleReader.LARGEST + (1 << 16);

    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length[ \\t]*:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    /** So many line ends close a record. */
    private static final int LINE_ENDS = 2;

    private static final byte[] MARK = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable GzipMembers members;
    private final PushbackInputStream in;
    private long taken;
    private int blankLines;
    private int number;
    private @Nullable DamagedGzipException ahead;

    /** @param in the file, packed or not */
    WarcRecords(InputStream in, boolean packed) {
        this.members = packed ? new GzipMembers(in) : null;
        InputStream plain = new BufferedInputStream(members == null ? in : members, 1 << 16);
        this.in = new PushbackInputStream(plain, LARGEST + LONGEST_HEADER);
    }

    /** The next record, or null at the end. */
    @Nullable
    Cut next() throws IOException {
        if (ahead != null) {
            DamagedGzipException damage = ahead;
            ahead = null;
            throw new DamagedRecordException(++number, damage.member(), damage.getMessage());
        }
        int first;
        try {
            first = skipBlanks();
        } catch (DamagedGzipException e) {
            throw new DamagedRecordException(++number, e.member(), e.getMessage());
        }
        if (first < 0) {
            return null;
        }
        number++;
        long place = place();
        try {
            byte[] header = header(first, place);
            return body(header, place);
        } catch (DamagedGzipException e) {
            throw new DamagedRecordException(number, place, e.getMessage());
        } catch (EOFException e) {
            throw new DamagedRecordException(number, place, "ends early: the file was cut off in the middle of it");
        }
    }

    private long place() {
        return members == null ? taken - 1 : members.memberStart();
    }

    private byte[] header(int first, long place) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream(1024);
        int c = first;
        int lineLength = 0;
        while (true) {
            header.write(c);
            if (header.size() == MARK.length && !Arrays.equals(header.toByteArray(), MARK)) {
                seek();
                throw new DamagedRecordException(number, place, "does not begin with \"WARC/\"");
            }
            if (c == '\n') {
                if (lineLength == 0) {
                    return header.toByteArray();
                }
                lineLength = 0;
            } else if (c != '\r') {
                lineLength++;
            }
            if (header.size() > LONGEST_HEADER) {
                seek();
                throw new DamagedRecordException(number, place, "has a header without an end");
            }
            c = must();
        }
    }

    private Cut body(byte[] header, long place) throws IOException {
        Matcher length = LENGTH.matcher(new String(header, StandardCharsets.ISO_8859_1));
        if (!length.find()) {
            seek();
            throw new DamagedRecordException(number, place, "has no length (Content-Length) in its header");
        }
        long size = Long.parseLong(length.group(1));
        long start = taken;
        byte[] body = in.readNBytes((int) Math.min(size, LARGEST));
        taken += body.length;
        long rest = size - body.length;
        boolean complete = body.length == Math.min(size, LARGEST) && skip(rest) == rest;
        if (complete && recordFollows(place)) {
            byte[] bytes = Arrays.copyOf(header, header.length + body.length);
            System.arraycopy(body, 0, bytes, header.length, body.length);
            return new Cut(number, place, bytes, rest);
        }
        boolean swallowed = (rest == 0 || !complete) && backToRecordIn(body, start);
        if (!complete && !swallowed) {
            throw new EOFException();
        }
        if (!swallowed) {
            seek();
        }
        throw new DamagedRecordException(
                number, place, "has a wrong length in its header (" + size + "): no record begins behind it");
    }

    /**
     * A record is whole only when its two blank lines, another record or nothing follow; what was seen of the next is put back.
     * By looking that far the checksum of the record's gzip member is tested too.
     */
    private boolean recordFollows(long place) throws IOException {
        try {
            int first = skipBlanks();
            if (first < 0) {
                return true;
            }
            if (blankLines >= LINE_ENDS) {
                in.unread(first);
                taken--;
                return true;
            }
            byte[] mark = new byte[MARK.length];
            mark[0] = (byte) first;
            int got = 1 + in.readNBytes(mark, 1, MARK.length - 1);
            in.unread(mark, 0, got);
            taken--;
            return got == MARK.length && Arrays.equals(mark, MARK);
        } catch (DamagedGzipException e) {
            if (e.member() == place) {
                throw e;
            }
            ahead = e;
            return true;
        }
    }

    /** Too great a length takes in the records behind: the reading goes on at the first of them. */
    private boolean backToRecordIn(byte[] body, long start) throws IOException {
        for (int i = 0; i + MARK.length <= body.length; i++) {
            if ((i == 0 || body[i - 1] == '\n') && Arrays.equals(body, i, i + MARK.length, MARK, 0, MARK.length)) {
                in.unread(body, i, body.length - i);
                taken = start + i;
                return true;
            }
        }
        return false;
    }

    /** Reads past everything up to a line that begins a record. */
    private void seek() throws IOException {
        int matched = 0;
        boolean lineStart = false;
        int c = take();
        while (c >= 0) {
            if (lineStart && c == MARK[matched]) {
                matched++;
                if (matched == MARK.length) {
                    in.unread(MARK);
                    taken -= MARK.length;
                    return;
                }
            } else {
                lineStart = c == '\n';
                matched = 0;
            }
            c = take();
        }
    }

    private int skipBlanks() throws IOException {
        blankLines = 0;
        int c = take();
        while (c == '\r' || c == '\n') {
            blankLines += c == '\n' ? 1 : 0;
            c = take();
        }
        return c;
    }

    private long skip(long bytes) throws IOException {
        byte[] away = new byte[1 << 13];
        long left = bytes;
        while (left > 0) {
            int got = in.read(away, 0, (int) Math.min(away.length, left));
            if (got < 0) {
                break;
            }
            left -= got;
        }
        taken += bytes - left;
        return bytes - left;
    }

    private int must() throws IOException {
        int c = take();
        if (c < 0) {
            throw new EOFException();
        }
        return c;
    }

    private int take() throws IOException {
        int c = in.read();
        if (c >= 0) {
            taken++;
        }
        return c;
    }
}
