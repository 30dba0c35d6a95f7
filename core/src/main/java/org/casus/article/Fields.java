package org.casus.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An article in parts, as JSON lines and tables hold it; only {@code text} is needed. Blank counts as absent. */
public record Fields(
        @Nullable String file,
        @Nullable String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String published,
        @Nullable String language,
        @Nullable String text) {

    Article article(@Nullable String source) throws UnreadableException {
        String body = plain(text);
        if (body == null) {
            throw new UnreadableException("has no \"text\"");
        }
        String day = plain(published);
        LocalDate date = Dates.in(day).orElse(null);
        if (day != null && date == null) {
            throw new UnreadableException("\"published\" is no date: " + day);
        }
        String named = plain(file);
        return Article.of(
                named == null ? source : named,
                plain(url),
                plain(title),
                plain(publisher),
                date,
                plain(language),
                body);
    }

    private static @Nullable String plain(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
