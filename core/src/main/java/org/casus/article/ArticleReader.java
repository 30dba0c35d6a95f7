package org.casus.article;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files and folders: pages (.html, .htm), plain texts (.txt and whatever looks like text), JSON lines
 * (.jsonl). Everything that cannot be read goes to the sink as a {@link Problem}; nothing is thrown for a bad input.
 *
 * <pre>{@code new ArticleReader().read(Path.of("news"), sink);}</pre>
 */
public final class ArticleReader {
    /** One page or text may not be larger, in bytes. */
    public static final int LARGEST = 10_000_000;

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");
    private static final Set<String> READ_IN_FOLDERS =
            Set.of("html", "htm", "xhtml", "txt", "text", "jsonl", "ndjson", "md");

    /** Reads a file, or every readable file below a folder, in the order of their names. */
    public void read(Path path, ArticleSink sink) {
        if (!Files.exists(path)) {
            sink.problem(new Problem(path.toString(), "no such file or folder"));
        } else if (Files.isDirectory(path)) {
            filesIn(path, sink).forEach(file -> readFile(file, sink));
        } else {
            readFile(path, sink);
        }
    }

    private static List<Path> filesIn(Path folder, ArticleSink sink) {
        try {
            List<Path> files = filesIn(folder, ArticleReader::reads);
            if (files.isEmpty()) {
                sink.problem(new Problem(folder.toString(), "no .html, .htm, .txt or .jsonl file in this folder"));
            }
            return files;
        } catch (IOException e) {
            sink.problem(new Problem(folder.toString(), "cannot be walked: " + e.getMessage()));
            return List.of();
        }
    }

    /** The wanted files below a folder, in the order of their paths. */
    public static List<Path> filesIn(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 64, new FileVisitOption[0])) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(file.toString()))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** True for a name whose ending tells a page, a text or JSON lines. */
    public static boolean reads(String name) {
        return READ_IN_FOLDERS.contains(extension(name));
    }

    /** True for JSON lines: one file, many articles. */
    public static boolean holdsMany(String name) {
        return LINES.contains(extension(name));
    }

    private void readFile(Path file, ArticleSink sink) {
        try {
            if (holdsMany(file.toString())) {
                try (InputStream in = Files.newInputStream(file)) {
                    readLines(in, Origin.of(file.toString(), file.getFileName().toString()), sink);
                }
                return;
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                sink.problem(tooLarge(file.toString(), size));
                return;
            }
            read(
                    Files.readAllBytes(file),
                    Origin.of(file.toString(), file.getFileName().toString()),
                    sink);
        } catch (IOException e) {
            sink.problem(new Problem(file.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    /** Reads what comes from a stream: a page, a text or JSON lines, told by its first characters. */
    public void read(InputStream in, String name, ArticleSink sink) {
        Origin origin = new Origin(name, null, null, null, false, null);
        try {
            byte[] head = in.readNBytes(LARGEST + 1);
            if (looksLikeJsonLines(head)) {
                readLines(new SequenceInputStream(new ByteArrayInputStream(head), in), origin, sink);
            } else {
                read(head, origin, sink);
            }
        } catch (IOException e) {
            sink.problem(new Problem(name, "cannot be read: " + e.getMessage()));
        }
    }

    /** Reads JSON lines, however many. */
    public void readLines(InputStream in, Origin origin, ArticleSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        JsonLinesReader.read(origin.file(), origin.name(), lines, LARGEST, sink);
    }

    /** Reads one page or text that is in memory. */
    public void read(byte[] bytes, Origin origin, ArticleSink sink) {
        try {
            sink.article(article(bytes, origin));
        } catch (UnreadableException e) {
            sink.problem(new Problem(origin.name(), e.getMessage()));
        }
    }

    /** Makes an article of what a row of a table holds. */
    public void read(Fields fields, Origin origin, ArticleSink sink) {
        try {
            sink.article(fields.article(origin.file()));
        } catch (UnreadableException e) {
            sink.problem(new Problem(origin.name(), e.getMessage()));
        }
    }

    /** The character set of a long text that begins with these bytes, to be read bit by bit. */
    public static Charset charset(byte[] head) {
        return Decoder.charset(head, null);
    }

    /** Reads bytes that are said to be a page of HTML, whatever they look like. */
    public void readPage(byte[] bytes, String name, ArticleSink sink) {
        read(bytes, new Origin(name, null, null, null, true, null), sink);
    }

    /** Reads bytes that are said to be plain text, whatever they look like. */
    public void readText(byte[] bytes, String name, ArticleSink sink) {
        try {
            sink.article(TextReader.read(null, null, text(bytes, null)));
        } catch (UnreadableException e) {
            sink.problem(new Problem(name, e.getMessage()));
        }
    }

    private static Article article(byte[] bytes, Origin origin) throws UnreadableException {
        String text = text(bytes, origin.charset());
        String file = origin.file();
        boolean page = origin.page() || (file != null && PAGES.contains(extension(file))) || looksLikePage(text);
        Article article = page ? PageReader.read(file, origin.url(), text) : TextReader.read(file, origin.url(), text);
        return article.published() == null && origin.day() != null ? dated(article, origin.day()) : article;
    }

    private static Article dated(Article article, LocalDate day) {
        return Article.of(
                article.file(),
                article.url(),
                article.title(),
                article.publisher(),
                day,
                article.language(),
                article.body());
    }

    private static String text(byte[] bytes, @Nullable Charset charset) throws UnreadableException {
        if (bytes.length == 0) {
            throw new UnreadableException("is empty");
        }
        if (bytes.length > LARGEST) {
            throw new UnreadableException(
                    "is larger than " + LARGEST / 1_000_000 + " MB; split it into articles first");
        }
        String text = Decoder.decode(bytes, charset);
        if (text.isBlank()) {
            throw new UnreadableException("holds nothing but blanks");
        }
        if (isBinary(text)) {
            throw new UnreadableException("is no text (binary data)");
        }
        return text;
    }

    private static boolean looksLikePage(String text) {
        String head =
                text.substring(0, Math.min(text.length(), 2_000)).stripLeading().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || (head.startsWith("<") && head.contains("<body"))
                || (head.startsWith("<?xml") && head.contains("<html"));
    }

    private static boolean looksLikeJsonLines(byte[] head) {
        for (byte b : head) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }

    /** Text has next to no control characters; what has many is a picture, an archive or a program. */
    private static boolean isBinary(String text) {
        int checked = Math.min(text.length(), 20_000);
        int odd = 0;
        for (int i = 0; i < checked; i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
                odd++;
            }
        }
        return odd * 20 > checked;
    }

    private static Problem tooLarge(String name, long size) {
        return new Problem(
                name,
                "is larger than " + LARGEST / 1_000_000 + " MB (" + size / 1_000_000
                        + " MB); split it into articles first");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
