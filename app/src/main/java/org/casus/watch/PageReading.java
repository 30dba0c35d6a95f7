package org.casus.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.Unread;
import org.casus.fetch.FetchException;
import org.casus.fetch.FetchException.Hope;
import org.casus.fetch.Fetched;
import org.casus.fetch.Fetcher;
import org.casus.fetch.Robots;
import org.casus.store.WaitingItem;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Turns an item into an article: its page is fetched and read; where that fails, the text inside the feed is taken. */
final class PageReading {
    private static final Set<String> TEXTS = Set.of(
            "", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml", "text/xml");

    private final Fetcher fetcher;
    private final Robots robots;
    private final ArticleReader reader = new ArticleReader();

    PageReading(Fetcher fetcher, Robots robots) {
        this.fetcher = fetcher;
        this.robots = robots;
    }

    /** Fetches the page of an item. */
    Unread page(WaitingItem item, String link) throws FetchException {
        Fetched page = fetcher.get(URI.create(link), Fetcher.Known.NOTHING, robots::check);
        String type = page.mediaType();
        if (!TEXTS.contains(type)) {
            throw new FetchException("is " + type + ", no page or text", Hope.NEVER);
        }
        boolean html = type.contains("html");
        Origin origin = new Origin(link, null, page.address().toString(), page.charset(), html, item.published());
        return sink -> reader.read(page.body(), origin, sink);
    }

    /** The text inside the feed, as a page. */
    Unread text(WaitingItem item, String text) {
        String title = item.title() == null ? "" : Entities.escape(item.title());
        String page =
                "<html><head><title>" + title + "</title></head><body><article>" + text + "</article></body></html>";
        String name = item.link() == null ? "an item of a feed" : item.link();
        Origin origin = new Origin(name, null, item.link(), StandardCharsets.UTF_8, true, item.published());
        return sink -> reader.read(page.getBytes(StandardCharsets.UTF_8), origin, sink);
    }

    /** What reading gave: an article or the reason why there is none. */
    record Result(@Nullable Article article, String reason) {}

    /** Reads a page and fills in from the item what the page does not name. */
    static Result read(WaitingItem item, Unread page, @Nullable String publisher) {
        List<Article> articles = new ArrayList<>(1);
        List<String> reasons = new ArrayList<>(1);
        page.read(new ArticleSink() {
            @Override
            public void article(Article article) {
                articles.add(article);
            }

            @Override
            public void problem(Problem problem) {
                reasons.add(problem.reason());
            }
        });
        return articles.isEmpty()
                ? new Result(null, reasons.isEmpty() ? "holds nothing" : reasons.get(0))
                : new Result(filled(articles.get(0), item, publisher), "");
    }

    private static Article filled(Article article, WaitingItem item, @Nullable String publisher) {
        return Article.of(
                article.file(),
                article.url() == null ? item.link() : article.url(),
                article.title() == null ? item.title() : article.title(),
                Optional.ofNullable(article.publisher())
                        .or(() -> Optional.ofNullable(item.publisher()))
                        .orElse(publisher),
                article.published() == null ? item.published() : article.published(),
                article.language(),
                article.body());
    }
}
