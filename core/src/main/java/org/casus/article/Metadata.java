package org.casus.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page's head says of its article, in order of trust: JSON-LD, OpenGraph, other meta tags, {@code <time>}. */
record Metadata(
        @Nullable String title,
        Optional<LocalDate> published,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable String url) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ARTICLES = Set.of(
            "NewsArticle",
            "Article",
            "ReportageNewsArticle",
            "BlogPosting",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "LiveBlogPosting",
            "WebPage");
    private static final int MOST_NODES = 2_000;

    static Metadata of(Document page) {
        JsonNode ld = jsonLd(page);
        String title = first(
                text(ld, "headline"), meta(page, "og:title"), meta(page, "twitter:title"), heading(page), page.title());
        Optional<LocalDate> published = Dates.in(text(ld, "datePublished"))
                .or(() -> Dates.in(meta(page, "article:published_time")))
                .or(() -> Dates.in(meta(page, "og:article:published_time")))
                .or(() -> Dates.in(first(
                        meta(page, "datePublished"),
                        meta(page, "parsely-pub-date"),
                        meta(page, "sailthru.date"),
                        meta(page, "pubdate"),
                        meta(page, "publishdate"),
                        meta(page, "date"),
                        meta(page, "dc.date"),
                        meta(page, "dc.date.issued"),
                        meta(page, "dcterms.created"))))
                .or(() -> time(page));
        String publisher = first(
                ld == null ? null : text(ld.path("publisher"), "name"),
                meta(page, "og:site_name"),
                meta(page, "application-name"),
                meta(page, "dc.publisher"),
                meta(page, "copyright"));
        return new Metadata(title, published, publisher, language(page, ld), url(page, ld));
    }

    private static @Nullable String language(Document page, @Nullable JsonNode ld) {
        Element html = page.selectFirst("html[lang]");
        String named = first(
                text(ld, "inLanguage"),
                meta(page, "og:locale"),
                meta(page, "language"),
                meta(page, "content-language"),
                html == null ? null : html.attr("lang"));
        if (named == null || !named.matches("[A-Za-z]{2}([-_].*)?")) {
            return null;
        }
        return named.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String url(Document page, @Nullable JsonNode ld) {
        Element canonical = page.selectFirst("link[rel=canonical][href]");
        String url = first(
                canonical == null ? null : canonical.attr("href"),
                meta(page, "og:url"),
                text(ld, "url"),
                text(ld, "mainEntityOfPage"),
                ld == null ? null : text(ld.path("mainEntityOfPage"), "@id"));
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }

    private static Optional<LocalDate> time(Document page) {
        for (Element time : page.select("article time[datetime], time[datetime][pubdate], time[datetime]")) {
            Optional<LocalDate> date = Dates.in(time.attr("datetime"));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static @Nullable String heading(Document page) {
        Element heading = page.selectFirst("article h1, main h1, h1");
        return heading == null ? null : heading.text();
    }

    private static @Nullable String meta(Document page, String name) {
        for (String attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
            Element meta = page.selectFirst("meta[" + attribute + "=" + name + "][content]");
            if (meta != null && !meta.attr("content").isBlank()) {
                return meta.attr("content").strip();
            }
        }
        return null;
    }

    /** The first object of the page's JSON-LD that is an article, wherever it is nested. */
    private static @Nullable JsonNode jsonLd(Document page) {
        JsonNode webPage = null;
        for (Element script : page.select("script[type=application/ld+json]")) {
            Deque<JsonNode> open = new ArrayDeque<>();
            try {
                open.add(JSON.readTree(script.data()));
            } catch (JsonProcessingException broken) {
                continue;
            }
            for (int n = 0; n < MOST_NODES && !open.isEmpty(); n++) {
                JsonNode node = open.removeFirst();
                String type = node.path("@type").isArray()
                        ? node.path("@type").path(0).asText()
                        : node.path("@type").asText();
                if (type.equals("WebPage")) {
                    webPage = webPage == null ? node : webPage;
                } else if (ARTICLES.contains(type)) {
                    return node;
                }
                node.forEach(child -> {
                    if (child.isContainerNode()) {
                        open.addLast(child);
                    }
                });
            }
        }
        return webPage;
    }

    private static @Nullable String text(@Nullable JsonNode node, String field) {
        if (node == null) {
            return null;
        }
        JsonNode value = node.path(field).isArray() ? node.path(field).path(0) : node.path(field);
        return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }
}
