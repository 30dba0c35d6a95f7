package org.casus.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An article as a request carries it.
 *
 * @param mediaType one of {@link #MEDIA_TYPES}
 * @param charset what the request says, or null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way in, never compared
record ArticleBody(String mediaType, @Nullable Charset charset, byte[] bytes) {
    static final List<String> MEDIA_TYPES = List.of("text/plain", "text/html", Json.MEDIA_TYPE);

    /** A longer text would hold a coder for more than some ten seconds. */
    private static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_FIELD = 2_000;
    private static final Set<String> FIELDS =
            Set.of("file", "url", "title", "publisher", "published", "language", "text");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]{1,40})\"?");

    /** Takes the media type apart; a problem when it is none that is read. */
    static ArticleBody of(@Nullable String contentType, byte[] bytes) {
        String all = contentType == null ? "" : contentType;
        String mediaType = all.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!MEDIA_TYPES.contains(mediaType)) {
            throw HttpProblem.of(415, "an article comes as " + String.join(", ", MEDIA_TYPES))
                    .with("Accept-Post", String.join(", ", MEDIA_TYPES))
                    .exception();
        }
        Matcher named = CHARSET.matcher(all);
        try {
            return new ArticleBody(mediaType, named.find() ? Charset.forName(named.group(1)) : null, bytes);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw HttpProblem.of(415, "unknown character set; UTF-8 is always right")
                    .exception();
        }
    }

    /** Reads the article; a problem with the reason when it is none. */
    Article read() {
        Article article = mediaType.equals(Json.MEDIA_TYPE) ? json() : text();
        if (article.body().length() > LONGEST_TEXT) {
            throw unreadable("the text is longer than " + LONGEST_TEXT + " characters; split it into articles");
        }
        return article;
    }

    private Article text() {
        byte[] decoded = charset == null || charset.equals(StandardCharsets.UTF_8) ? bytes : inUtf8(charset);
        Reading reading = new Reading();
        BiConsumer<byte[], ArticleSink> reader = mediaType.equals("text/html")
                ? (page, sink) -> new ArticleReader().readPage(page, "the body", sink)
                : (text, sink) -> new ArticleReader().readText(text, "the body", sink);
        reader.accept(decoded, reading);
        return reading.article();
    }

    private byte[] inUtf8(Charset from) {
        try {
            return from.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            throw unreadable("the body is not in the character set that it says");
        }
    }

    private Article json() {
        JsonNode node = tree();
        if (!node.isObject()) {
            throw unreadable("the JSON is no object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw unreadable("unknown field \"" + HttpProblem.clip(name)
                        + "\"; one of file, url, title, publisher, published, language, text");
            }
        }
        JsonNode text = node.path("text");
        if (!text.isTextual() || text.asText().isBlank()) {
            throw unreadable("\"text\" is missing: the article's text without its title");
        }
        return Article.of(
                field(node, "file"),
                field(node, "url"),
                field(node, "title"),
                field(node, "publisher"),
                published(field(node, "published")),
                field(node, "language"),
                text.asText().strip());
    }

    private JsonNode tree() {
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw HttpProblem.of(415, "JSON comes in UTF-8").exception();
        }
        try {
            return Json.MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw unreadable("the JSON is not in UTF-8");
        } catch (JsonProcessingException e) {
            throw unreadable("this is no JSON: " + HttpProblem.clip(String.valueOf(e.getOriginalMessage())));
        }
    }

    private static @Nullable String field(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().length() > LONGEST_FIELD) {
            throw unreadable("\"" + name + "\" is text of at most " + LONGEST_FIELD + " characters");
        }
        return value.asText().isBlank() ? null : value.asText().strip();
    }

    private static @Nullable LocalDate published(@Nullable String day) {
        try {
            return day == null ? null : Form.day().read(day);
        } catch (Form.Wrong | DateTimeException e) {
            throw unreadable("\"published\" is a day YYYY-MM-DD");
        }
    }

    private static HttpProblemException unreadable(String why) {
        return HttpProblem.of(422, why).exception();
    }

    /** Takes the one article that a body holds. */
    private static final class Reading implements ArticleSink {
        private final List<Article> articles = new ArrayList<>();

        @Override
        public void article(Article article) {
            articles.add(article);
        }

        @Override
        public void problem(Problem problem) {
            throw unreadable(problem.toString());
        }

        Article article() {
            return articles.get(0);
        }
    }
}
