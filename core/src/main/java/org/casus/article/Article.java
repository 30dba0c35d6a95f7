package org.casus.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One news text.
 *
 * <pre>{@code Article.of("France condemned the attack on its embassy in Iran.", LocalDate.of(2024, 5, 1))}</pre>
 *
 * @param id 16 hexadecimal digits made from title, date and body: the same text has the same id wherever it came from
 * @param file the file it was read from, or null
 * @param url its canonical address, or null
 * @param published the day it was published, or null where nothing tells
 * @param language ISO 639-1 code, or null where nothing tells
 * @param body the text without title and page residue; paragraphs are parted by blank lines
 */
public record Article(
        String id,
        @Nullable String file,
        @Nullable String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable String language,
        String body) {

    /** An article with its id made. */
    public static Article of(
            @Nullable String file,
            @Nullable String url,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable LocalDate published,
            @Nullable String language,
            String body) {
        return new Article(idOf(title, published, body), file, url, title, publisher, published, language, body);
    }

    /** A text of which only the day is known. */
    public static Article of(String body, @Nullable LocalDate published) {
        return of(null, null, null, null, published, "en", body);
    }

    private static String idOf(@Nullable String title, @Nullable LocalDate published, String body) {
        return fingerprint(title + "\n" + published + "\n" + body);
    }

    /** The first 16 hexadecimal digits of a text's SHA-256. */
    public static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
