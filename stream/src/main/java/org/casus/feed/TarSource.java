package org.casus.feed;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The entries of a tar file, packed or not; behind a damaged header the next sound one is looked for. */
final class TarSource implements Source {
    private static final int BLOCK = 512;

    /** Names and attributes of one entry; commons-compress would read names of any length into memory. */
    private static final long LARGEST_HEADERS = 1 << 20;

    private final Entries entries;
    private final Metered in;

    TarSource(Entries entries, InputStream in) {
        this.entries = entries;
        this.in = new Metered(in);
    }

    @Override
    public void read(FeedSink sink) throws IOException {
        InputStream rest = in;
        while (rest != null) {
            rest = readSound(rest, sink);
        }
        entries.end(sink);
    }

    /** Reads up to the first damaged header; gives the stream from the next sound one, or null at the end. */
    private InputStream readSound(InputStream from, FeedSink sink) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(from, true);
        String last = "the first entry";
        while (true) {
            TarArchiveEntry entry;
            try {
                in.allow(LARGEST_HEADERS);
                entry = tar.getNextEntry();
            } catch (DamagedGzipException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                entries.problem("the entry behind " + last, "has a damaged header: " + e.getMessage(), sink);
                return nextSound();
            } finally {
                in.allow(Long.MAX_VALUE);
            }
            if (entry == null) {
                return null;
            }
            if (!entry.isCheckSumOK()) {
                entries.problem("the entry behind " + last, "has a damaged header: its checksum is wrong", sink);
                return nextSound();
            }
            last = "\"" + entry.getName() + "\"";
            if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || entry.isSparse()) {
                entries.passOver(sink);
            } else {
                read(entry, tar, sink);
            }
            drain(tar, entry);
        }
    }

    private void read(TarArchiveEntry entry, TarArchiveInputStream tar, FeedSink sink) throws IOException {
        try {
            entries.read(entry.getName(), tar, sink);
        } catch (IOException e) {
            throw new IOException("the archive is damaged in \"" + entry.getName() + "\": " + e.getMessage(), e);
        }
    }

    /** What is left of an entry must not count as the headers of the next. */
    private static void drain(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        try {
            tar.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IOException("the archive is damaged in \"" + entry.getName() + "\": " + e.getMessage(), e);
        }
    }

    private InputStream nextSound() throws IOException {
        in.skipNBytes((BLOCK - in.taken() % BLOCK) % BLOCK);
        byte[] block = in.readNBytes(BLOCK);
        while (block.length == BLOCK) {
            if (isSound(block)) {
                return new SequenceInputStream(new ByteArrayInputStream(block), in);
            }
            block = in.readNBytes(BLOCK);
        }
        return null;
    }

    private static boolean isSound(byte[] header) {
        try {
            return TarUtils.verifyCheckSum(header);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    /** Counts what is read and stops a reader that takes more than it is allowed to. */
    private static final class Metered extends FilterInputStream {
        private long taken;
        private long allowed = Long.MAX_VALUE;

        Metered(InputStream in) {
            super(in);
        }

        long taken() {
            return taken;
        }

        void allow(long bytes) {
            allowed = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (allowed <= 0) {
                throw new IOException("it is larger than " + (LARGEST_HEADERS >> 20) + " MB");
            }
            int got = super.read(target, offset, (int) Math.min(length, allowed));
            if (got > 0) {
                taken += got;
                allowed -= allowed == Long.MAX_VALUE ? 0 : got;
            }
            return got;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return readNBytes((int) Math.min(bytes, 1 << 16)).length;
        }
    }
}
