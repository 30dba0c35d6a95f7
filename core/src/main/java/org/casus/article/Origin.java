package org.casus.article;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an input comes from and what is known of it before it is read, as the HTTP header of a page in a web archive tells it.
 * What the input itself says goes before, but for the character set of a page that is no UTF-8.
 *
 * @param name what the user is told where something is wrong: a file, an entry of an archive, a record
 * @param file the article's file, or null
 * @param url the address it was fetched from, or null
 * @param charset the character set that the server named, or null
 * @param page true when it is known to be a page whatever it looks like
 * @param day the day to take where the input names none, or null to leave it open
 */
public record Origin(
        String name,
        @Nullable String file,
        @Nullable String url,
        @Nullable Charset charset,
        boolean page,
        @Nullable LocalDate day) {

    /** An input of which only the name is known; the last part of a path is the article's file. */
    public static Origin of(String name, String path) {
        return new Origin(name, path.substring(path.lastIndexOf('/') + 1), null, null, false, null);
    }
}
