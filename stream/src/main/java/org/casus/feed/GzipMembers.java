package org.casus.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip files of one or many members (RFC 1952) and survives damage: a damaged member throws a {@link
 * DamagedGzipException} once, and reading on continues with the next member that can be found. {@link
 * java.util.zip.GZIPInputStream} ends at the first fault, and takes damage between members for the end of the file.
 */
final class GzipMembers extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final byte[] packed = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int next;
    private int end;
    private long consumed;
    private long memberStart;
    private boolean inMember;
    private boolean damaged;
    private boolean ended;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Where the member that is being unpacked begins in the packed file. */
    long memberStart() {
        return memberStart;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember && !openMember()) {
                break;
            }
            int got = inflate(target, offset, length);
            if (got > 0) {
                return got;
            }
        }
        ended = true;
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(target, offset, length);
            checksum.update(target, offset, got);
            if (got > 0) {
                return got;
            }
            if (inflater.finished()) {
                closeMember();
            } else if (inflater.needsDictionary()) {
                throw new DataFormatException("it asks for a dictionary");
            } else {
                feed();
            }
            return 0;
        } catch (DataFormatException e) {
            goBack();
            throw damage("its packed data are broken" + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"));
        }
    }

    private void feed() throws IOException {
        if (next == end && !fill()) {
            throw endsEarly();
        }
        inflater.setInput(packed, next, end - next);
        consumed += end - next;
        next = end;
    }

    private void giveBack() {
        int unused = Math.min(inflater.getRemaining(), end);
        next = end - unused;
        consumed -= unused;
    }

    /** Broken data are found out late, often inside the next member: it is looked for from the start of this one. */
    private void goBack() {
        giveBack();
        long bufferStart = consumed - next;
        consumed = Math.max(bufferStart, memberStart + 1);
        next = (int) (consumed - bufferStart);
    }

    private void closeMember() throws IOException {
        giveBack();
        long size = inflater.getBytesWritten();
        long crc = little(4);
        long length = little(4);
        inMember = false;
        if (crc != checksum.getValue()) {
            throw damage("its checksum is wrong");
        }
        if (length != (size & 0xFFFF_FFFFL)) {
            throw damage("its length is wrong");
        }
        damaged = false;
    }

    /** False at the end of the file. */
    private boolean openMember() throws IOException {
        while (true) {
            memberStart = consumed;
            int first = take();
            if (first < 0) {
                return false;
            }
            if (first == 0 && !damaged) {
                // padding, as tape blocks have it
                continue;
            }
            if (first == 0x1F && peek() == 0x8B && header()) {
                inflater.reset();
                checksum.reset();
                inMember = true;
                return true;
            }
            if (!damaged) {
                throw damage("it does not begin like one");
            }
        }
    }

    private boolean header() throws IOException {
        take();
        int method = take();
        int flags = take();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            return false;
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) little(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        return true;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            must();
        }
    }

    private void skipText() throws IOException {
        int c = must();
        while (c != 0) {
            c = must();
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) must() << (8 * i);
        }
        return value;
    }

    private int must() throws IOException {
        int value = take();
        if (value < 0) {
            throw endsEarly();
        }
        return value;
    }

    private int take() throws IOException {
        if (next == end && !fill()) {
            return -1;
        }
        consumed++;
        return packed[next++] & 0xFF;
    }

    private int peek() throws IOException {
        return next == end && !fill() ? -1 : packed[next] & 0xFF;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(packed));
        return end > 0;
    }

    private IOException endsEarly() {
        ended = true;
        return damage("the file ends early, in the middle of it; it was cut off");
    }

    private IOException damage(String reason) {
        inMember = false;
        damaged = true;
        return new DamagedGzipException(memberStart, reason);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
