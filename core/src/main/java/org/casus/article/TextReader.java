package org.casus.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article from a plain text. Its first lines may be page residue, a header ("Title: …", "Link: …") or a headline; its last
 * line may be the agency's signature.
 */
final class TextReader {
    private static final Pattern HEADER = Pattern.compile(
            "(?i)(?:^|(?<=\\s))(title|headline|link|url|date|published|source|publisher|language)\\s*:\\s*");
    private static final Pattern SIGNATURE =
            Pattern.compile("^[-\\u2013\\u2014(\\s]*(\\p{Lu}[\\p{L}\\d]*(?:[. &-]{1,2}\\p{Lu}[\\p{L}\\d]*){0,3})\\)?$");
    private static final Pattern TAIL_SIGNATURE =
            Pattern.compile("[.!?\"\\u201d]\\s*(?:[-\\u2013\\u2014/]\\s*|\\()(\\p{Lu}{2,10})\\)?\\s*$");
    private static final Set<String> NO_SIGNATURE =
            Set.of("end", "ends", "the end", "more", "advertisement", "read more", "related");
    private static final Pattern DATELINE_END = Pattern.compile("\\s(?:--?|\\u2013|\\u2014)\\s");
    private static final int LONGEST_TITLE = 160;

    private TextReader() {}

    static Article read(@Nullable String file, String text) throws UnreadableException {
        return read(file, null, text);
    }

    /** @param address where the text was fetched, for a text that does not name its own address */
    static Article read(@Nullable String file, @Nullable String address, String text) throws UnreadableException {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\\R", -1)));
        LocalDate published = dropResidue(lines);
        Map<String, String> header = dropHeader(lines);
        if (published == null) {
            published = dropResidue(lines);
        }
        String title = header.get("title");
        if (title == null) {
            title = dropTitle(lines);
        }
        LocalDate known = published;
        LocalDate residueDate = dropResidue(lines);
        String publisher = Optional.ofNullable(header.get("publisher")).orElseGet(() -> dropSignature(lines));
        String body = String.join("\n", lines).strip();
        if (body.isEmpty()) {
            throw new UnreadableException("holds no text but a title or page residue");
        }
        String url = header.getOrDefault("url", address);
        LocalDate day = Dates.in(header.get("date"))
                .or(() -> Dates.inUrl(url))
                .or(() -> Optional.ofNullable(first(known, residueDate)))
                .or(() -> datelineDay(body))
                .orElse(null);
        String language = Optional.ofNullable(header.get("language"))
                .or(() -> Language.of(body))
                .orElse(null);
        return Article.of(file, url, title, publisher, day, language, body);
    }

    private static @Nullable LocalDate first(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null ? a : b;
    }

    /** The day in a dateline, "BRUSSELS, Nov 18, 2024 (Reuters) -", where it has a year. */
    private static Optional<LocalDate> datelineDay(String body) {
        Matcher dash = DATELINE_END.matcher(body.substring(0, Math.min(body.length(), 100)));
        return dash.find() ? Dates.in(body.substring(0, dash.start())) : Optional.empty();
    }

    private static @Nullable LocalDate dropResidue(List<String> lines) {
        LocalDate date = null;
        while (!lines.isEmpty() && PageResidue.isResidue(lines.get(0))) {
            date = date != null ? date : PageResidue.date(lines.get(0)).orElse(null);
            lines.remove(0);
        }
        return date;
    }

    private static Map<String, String> dropHeader(List<String> lines) {
        Map<String, String> header = new LinkedHashMap<>();
        while (!lines.isEmpty() && startsHeader(lines.get(0))) {
            parseHeader(lines.remove(0), header);
        }
        return header;
    }

    private static boolean startsHeader(String line) {
        return line.length() < 1000 && HEADER.matcher(line).lookingAt();
    }

    private static void parseHeader(String line, Map<String, String> header) {
        Matcher matcher = HEADER.matcher(line);
        String key = null;
        int from = 0;
        while (matcher.find()) {
            putHeader(header, key, line.substring(from, matcher.start()));
            key = matcher.group(1).toLowerCase(Locale.ROOT);
            from = matcher.end();
        }
        putHeader(header, key, line.substring(from));
    }

    private static void putHeader(Map<String, String> header, @Nullable String key, String value) {
        if (key == null || value.isBlank()) {
            return;
        }
        String name =
                switch (key) {
                    case "headline" -> "title";
                    case "link" -> "url";
                    case "published" -> "date";
                    case "source" -> "publisher";
                    default -> key;
                };
        header.putIfAbsent(name, value.strip());
    }

    /** A short first line without a full stop, with a blank line after it, is the headline. */
    private static @Nullable String dropTitle(List<String> lines) {
        if (lines.size() < 3 || !lines.get(1).isBlank()) {
            return null;
        }
        String first = lines.get(0).strip();
        boolean sentence = !first.isEmpty() && ".!?:;,\"\u201d".indexOf(first.charAt(first.length() - 1)) >= 0;
        if (first.isEmpty() || first.length() > LONGEST_TITLE || sentence) {
            return null;
        }
        lines.remove(0);
        return first;
    }

    private static @Nullable String dropSignature(List<String> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.size() < 2) {
            return null;
        }
        int last = lines.size() - 1;
        String line = lines.get(last).strip();
        Matcher alone = SIGNATURE.matcher(line);
        if (line.length() <= 40
                && alone.matches()
                && !NO_SIGNATURE.contains(alone.group(1).toLowerCase(Locale.ROOT))) {
            lines.remove(last);
            return alone.group(1);
        }
        Matcher tail = TAIL_SIGNATURE.matcher(line);
        if (tail.find()) {
            lines.set(last, line.substring(0, tail.start() + 1));
            return tail.group(1);
        }
        return null;
    }
}
