package org.casus.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.casus.article.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip file, by the directory at its end, so that a damaged entry costs only itself. Without a file, or without a
 * directory that can be read, the entries are read one after the other up to the first fault.
 */
final class ZipSource implements Source {
    /** A larger directory would not fit into a small heap: 16 MB are about 200,000 entries. */
    private static final long LARGEST_DIRECTORY = 16 << 20;

    private static final long SUSPICIOUS_SIZE = 1_000_000;
    private static final int SUSPICIOUS_RATIO = 200;
    private static final int END_MARK = 0x06054b50;
    private static final int END_LENGTH = 22;

    private final Entries entries;
    private final String name;
    private final @Nullable FileChannel file;
    private final InputStream in;

    private ZipSource(Entries entries, String name, @Nullable FileChannel file, InputStream in) {
        this.entries = entries;
        this.name = name;
        this.file = file;
        this.in = in;
    }

    /** @param in the same file from its start, for when its directory cannot be read */
    static ZipSource of(Entries entries, String name, FileChannel file, InputStream in) {
        return new ZipSource(entries, name, file, in);
    }

    static ZipSource of(Entries entries, String name, InputStream in) {
        return new ZipSource(entries, name, null, in);
    }

    @Override
    public void read(FeedSink sink) throws IOException {
        if (file == null || isLarge(file)) {
            readThrough(sink);
            return;
        }
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(file)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            sink.problem(new Problem(
                    name,
                    "has no directory at its end that can be read (it was cut off or is damaged); read up to there"));
            readThrough(sink);
            return;
        }
        try (zip) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                read(zip, entry, sink);
            }
        }
        entries.end(sink);
    }

    private void read(ZipFile zip, ZipArchiveEntry entry, FeedSink sink) {
        if (!zip.canReadEntryData(entry)) {
            unreadable(entry, sink);
            return;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            InputStream checked = ChecksumInputStream.builder()
                    .setInputStream(content)
                    .setChecksum(new CRC32())
                    .setExpectedChecksumValue(entry.getCrc())
                    .get();
            read(entry, checked, sink);
        } catch (IOException | RuntimeException e) {
            damaged(entry, e, sink);
        }
    }

    private void readThrough(FeedSink sink) throws IOException {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in);
        ZipArchiveEntry entry = null;
        try {
            for (entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (zip.canReadEntryData(entry)) {
                    read(entry, zip, sink);
                } else {
                    unreadable(entry, sink);
                }
            }
        } catch (IOException | RuntimeException e) {
            String last = entry == null ? "its first entry" : "\"" + entry.getName() + "\"";
            throw new IOException("the archive is damaged at or behind " + last + ": " + reason(e), e);
        }
        entries.end(sink);
    }

    private void read(ZipArchiveEntry entry, InputStream content, FeedSink sink) throws IOException {
        if (entry.isDirectory() || entry.isUnixSymlink()) {
            entries.passOver(sink);
        } else if (entry.getSize() > SUSPICIOUS_SIZE
                && entry.getSize() / SUSPICIOUS_RATIO > Math.max(1, entry.getCompressedSize())) {
            entries.problem(
                    entry.getName(),
                    "would unpack to more than " + SUSPICIOUS_RATIO + " times its size, as a zip bomb does; not opened",
                    sink);
        } else {
            entries.read(entry.getName(), content, sink);
        }
    }

    private void unreadable(ZipArchiveEntry entry, FeedSink sink) {
        entries.problem(
                entry.getName(),
                entry.getGeneralPurposeBit().usesEncryption()
                        ? "is encrypted"
                        : "is packed in a way that is not read (method " + entry.getMethod() + ")",
                sink);
    }

    private void damaged(ZipArchiveEntry entry, Exception e, FeedSink sink) {
        entries.problem(entry.getName(), "is damaged: " + reason(e), sink);
    }

    private static String reason(Exception e) {
        if (e instanceof EOFException) {
            return "it ends early";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static boolean isLarge(FileChannel file) throws IOException {
        int length = (int) Math.min(file.size(), END_LENGTH + 0xFFFF);
        ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long from = file.size() - length;
        int got = 0;
        while (got >= 0 && tail.hasRemaining()) {
            got = file.read(tail, from + tail.position());
        }
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END_MARK) {
                return Integer.toUnsignedLong(tail.getInt(i + 12)) > LARGEST_DIRECTORY;
            }
        }
        return false;
    }
}
