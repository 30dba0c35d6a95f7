package org.casus.article;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /** The files that {@link #read} would read below a folder; a folder without any is a problem. */
    public List<Path> filesIn(Path folder, ArticleSink sink) {
        try (Stream<Path> walk = Files.walk(folder, 64, new FileVisitOption[0])) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> READ_IN_FOLDERS.contains(extension(file.toString())))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                sink.problem(new Problem(folder.toString(), "no .html, .htm, .txt or .jsonl file in this folder"));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            sink.problem(new Problem(folder.toString(), "cannot be walked: " + e.getMessage()));
            return List.of();
        }
    }

    /** True for JSON lines: one file, many articles. */
    public static boolean holdsMany(Path file) {
        return LINES.contains(extension(file.toString()));
    }

    private void readFile(Path file, ArticleSink sink) {
        try {
            if (holdsMany(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    readLines(file.getFileName().toString(), file.toString(), in, sink);
                }
                return;
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                sink.problem(tooLarge(file.toString(), size));
                return;
            }
            readBytes(file.getFileName().toString(), file.toString(), Files.readAllBytes(file), sink);
        } catch (IOException e) {
            sink.problem(new Problem(file.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    /** Reads what comes from a stream: a page, a text or JSON lines, told by its first characters. */
    public void read(InputStream in, String name, ArticleSink sink) {
        try {
            byte[] head = in.readNBytes(LARGEST + 1);
            if (looksLikeJsonLines(head)) {
                InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
                readLines(null, name, all, sink);
            } else if (head.length > LARGEST) {
                sink.problem(tooLarge(name, head.length));
            } else {
                readBytes(null, name, head, sink);
            }
        } catch (IOException e) {
            sink.problem(new Problem(name, "cannot be read: " + e.getMessage()));
        }
    }

    private static void readLines(@Nullable String file, String name, InputStream in, ArticleSink sink)
            throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            JsonLinesReader.read(file, name, lines, LARGEST, sink);
        }
    }

    private static void readBytes(@Nullable String file, String name, byte[] bytes, ArticleSink sink) {
        try {
            sink.article(article(file, bytes));
        } catch (UnreadableException e) {
            sink.problem(new Problem(name, e.getMessage()));
        }
    }

    /** Reads bytes that are said to be a page of HTML. */
    public void readPage(byte[] bytes, String name, ArticleSink sink) {
        try {
            sink.article(PageReader.read(null, text(bytes)));
        } catch (UnreadableException e) {
            sink.problem(new Problem(name, e.getMessage()));
        }
    }

    /** Reads bytes that are said to be plain text. */
    public void readText(byte[] bytes, String name, ArticleSink sink) {
        try {
            sink.article(TextReader.read(null, text(bytes)));
        } catch (UnreadableException e) {
            sink.problem(new Problem(name, e.getMessage()));
        }
    }

    private static Article article(@Nullable String file, byte[] bytes) throws UnreadableException {
        String text = text(bytes);
        boolean page = file != null && PAGES.contains(extension(file));
        return page || looksLikePage(text) ? PageReader.read(file, text) : TextReader.read(file, text);
    }

    private static String text(byte[] bytes) throws UnreadableException {
        if (bytes.length == 0) {
            throw new UnreadableException("is empty");
        }
        String text = Decoder.decode(bytes);
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
