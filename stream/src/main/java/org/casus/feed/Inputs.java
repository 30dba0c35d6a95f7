package org.casus.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.casus.article.ArticleReader;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.Columns.NoSuchColumnException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles in files and folders of every kind that is read: pages, texts, JSON lines, tables, archives and web
 * archives. What cannot be read goes to the sink as a {@link Problem}, in its place among the others; nothing is thrown for a bad
 * input, and the memory needed does not grow with a file.
 *
 * <pre>{@code new Inputs(Columns.guessed(), false).read(Path.of("crawl.warc.gz"), sink);}</pre>
 */
public final class Inputs {
    /** So many bytes of a gzip file are looked at to tell what is in it. */
    private static final int PEEKED = 1 << 18;

    private final ArticleReader reader = new ArticleReader();
    private final Columns columns;
    private final boolean fetchedIsPublished;

    /**
     * @param columns which columns of tables are read
     * @param fetchedIsPublished whether a page of a web archive that names no day counts as published when it was fetched
     */
    public Inputs(Columns columns, boolean fetchedIsPublished) {
        this.columns = columns;
        this.fetchedIsPublished = fetchedIsPublished;
    }

    /** True for a file that holds many articles, by its name. */
    public static boolean holdsMany(Path file) {
        return Format.holdsMany(file.toString());
    }

    /** The files below a folder that are read, in the order of their names. */
    public static List<Path> filesIn(Path folder) throws IOException {
        return ArticleReader.filesIn(folder, Format::reads);
    }

    /** True for a file that a folder is searched for, by its name. */
    public static boolean reads(String name) {
        return Format.reads(name);
    }

    /** Finds what is in a file, or in every readable file below a folder, in the order of their names. */
    public void read(Path path, FeedSink sink) {
        if (!Files.isDirectory(path)) {
            file(path, sink);
            return;
        }
        try {
            List<Path> files = filesIn(path);
            if (files.isEmpty()) {
                sink.problem(new Problem(
                        path.toString(),
                        "no .html, .htm, .txt or .jsonl file in this folder, nor an archive, web archive or table"));
            }
            files.forEach(file -> file(file, sink));
        } catch (IOException e) {
            sink.problem(new Problem(path.toString(), "cannot be walked: " + e.getMessage()));
        }
    }

    /** Finds what is in a stream: told by its first bytes; all but tables. */
    public void read(InputStream in, String name, FeedSink sink) {
        try {
            BufferedInputStream all = new BufferedInputStream(in, 1 << 16);
            byte[] head = head(all);
            Format format = Format.of("", head);
            if (format == Format.ONE) {
                reader.read(all, name, new Finding(sink));
            } else {
                read(format, head, all, new Origin(name, null, null, null, false, null), sink);
            }
        } catch (UncheckedIOException e) {
            // the results cannot be written; that is no fault of the input
            throw e;
        } catch (IOException | RuntimeException e) {
            // the libraries throw unchecked where bytes make no sense to them
            sink.problem(new Problem(name, reason(e)));
        }
    }

    /**
     * Finds what is in a file that lies elsewhere, as {@link #read(Path, FeedSink)} does on this machine; all but Parquet tables.
     *
     * @param name its whole name, of which the last part is the articles' file
     */
    public void readFile(InputStream in, String name, FeedSink sink) {
        try {
            BufferedInputStream all = new BufferedInputStream(in, 1 << 16);
            byte[] head = head(all);
            Format format = isOne(name) ? Format.ONE : Format.of(name, head);
            read(format, head, all, Origin.of(name, name), sink);
        } catch (IOException e) {
            sink.problem(new Problem(name, reason(e)));
        }
    }

    /** A table that another library unpacks, row by row. */
    public interface Rows {
        /** Goes to the next row; false behind the last. */
        boolean next() throws IOException;

        /** The text of a column in this row, or null. */
        @Nullable
        String cell(int column);
    }

    /**
     * Finds the articles of a table.
     *
     * @param origin what the table is called, and its file
     */
    public void readTable(List<String> header, Rows rows, Origin origin, FeedSink sink) throws IOException {
        try {
            RowSink articles = new RowSink(reader, columns, header, origin, sink);
            for (long number = 1; rows.next(); number++) {
                articles.row(number, rows::cell);
            }
        } catch (NoSuchColumnException e) {
            sink.problem(new Problem(origin.name(), e.getMessage()));
        }
    }

    private static boolean isOne(String name) {
        return ArticleReader.reads(name) && !ArticleReader.holdsMany(name);
    }

    private void file(Path file, FeedSink sink) {
        String name = file.toString();
        if (isOne(name) || !Files.isRegularFile(file)) {
            sink.found(articles -> reader.read(file, articles));
            return;
        }
        try (FileChannel channel = FileChannel.open(file);
                BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] head = head(in);
            Format format = Format.of(name, head);
            Origin origin = Origin.of(name, file.getFileName().toString());
            switch (format) {
                case ONE -> sink.found(articles -> reader.read(file, articles));
                case ZIP ->
                    ZipSource.of(new Entries(reader, columns, name), name, channel, in)
                            .read(sink);
                case PARQUET -> new ParquetSource(reader, columns, file, origin).read(sink);
                default -> read(format, head, in, origin, sink);
            }
        } catch (UncheckedIOException e) {
            // the results cannot be written; that is no fault of the input
            throw e;
        } catch (IOException | RuntimeException e) {
            // the libraries throw unchecked where bytes make no sense to them
            sink.problem(new Problem(name, reason(e)));
        }
    }

    private void read(Format format, byte[] head, BufferedInputStream in, Origin origin, FeedSink sink)
            throws IOException {
        String name = origin.name();
        switch (format) {
            case GZIP -> gzip(in, origin, sink);
            case WARC -> warc(new WarcRecords(in, false), origin, sink);
            case TAR -> new TarSource(new Entries(reader, columns, name), in).read(sink);
            case ZIP ->
                ZipSource.of(new Entries(reader, columns, name), name, in).read(sink);
            case LINES -> reader.readLines(in, origin, new Finding(sink));
            case TABLE -> CsvSource.of(reader, columns, in, origin).read(sink);
            case UNREAD ->
                sink.problem(
                        new Problem(name, "is packed with " + Format.packer(head) + ", which is not read; unpack it"));
            case PARQUET -> sink.problem(new Problem(name, "is a Parquet table, which is read from a file only"));
            case ONE -> one(in, origin, sink);
        }
    }

    private void gzip(BufferedInputStream in, Origin packed, FeedSink sink) throws IOException {
        in.mark(PEEKED);
        byte[] head = beginning(new GzipMembers(in));
        in.reset();
        String inner = packed.file() == null ? null : Format.withoutGz(packed.file());
        Origin origin = new Origin(packed.name(), inner, null, null, false, null);
        GzipMembers members = new GzipMembers(in);
        switch (Format.inGzip(inner == null ? "" : inner, head)) {
            case WARC -> warc(new WarcRecords(in, true), packed, sink);
            case TAR ->
                new TarSource(new Entries(reader, columns, packed.name()), new BufferedInputStream(members)).read(sink);
            case LINES ->
                reader.readLines(new LinesBehindDamage(members, packed.name(), sink), origin, new Finding(sink));
            case TABLE ->
                new CsvSource(reader, columns, head, new LinesBehindDamage(members, packed.name(), sink), origin)
                        .read(sink);
            case ONE -> one(members, origin, sink);
            case GZIP, ZIP, PARQUET, UNREAD ->
                sink.problem(new Problem(packed.name(), "holds another archive or a Parquet table; unpack it"));
        }
    }

    /** Of a page or text that was cut off, what came before is read. */
    private void one(InputStream in, Origin origin, FeedSink sink) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DamagedGzipException damage = null;
        try {
            byte[] part = new byte[1 << 13];
            for (int got = in.read(part); got >= 0 && bytes.size() <= ArticleReader.LARGEST; got = in.read(part)) {
                bytes.write(part, 0, got);
            }
        } catch (DamagedGzipException e) {
            damage = e;
        }
        if (damage == null || bytes.size() > 0) {
            sink.found(new Held(reader, bytes.toByteArray(), origin));
        }
        if (damage != null) {
            sink.problem(new Problem(origin.name(), reason(damage)));
        }
    }

    private void warc(WarcRecords records, Origin origin, FeedSink sink) throws IOException {
        new WarcSource(reader, records, origin.name(), origin.file(), fetchedIsPublished).read(sink);
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(Format.HEAD);
        byte[] head = in.readNBytes(Format.HEAD);
        in.reset();
        return head;
    }

    /** What can be unpacked before any damage, so that half a character there does not hide the character set. */
    private static byte[] beginning(GzipMembers members) throws IOException {
        byte[] head = new byte[CsvSource.SAMPLE];
        int length = 0;
        try {
            for (int got = members.read(head, 0, head.length);
                    got > 0 && length < head.length;
                    got = members.read(head, length, head.length - length)) {
                length += got;
            }
        } catch (DamagedGzipException e) {
            // said when it is read
            return Arrays.copyOf(head, length);
        }
        return Arrays.copyOf(head, length);
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        return "cannot be read" + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
