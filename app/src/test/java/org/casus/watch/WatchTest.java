package org.casus.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.watch.Feeds.RSS;
import static org.casus.watch.Feeds.item;
import static org.casus.watch.Feeds.items;
import static org.casus.watch.Feeds.rss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.fetch.FetchOptions;
import org.casus.fetch.Fetcher;
import org.casus.metrics.Metrics;
import org.casus.store.Articles;
import org.casus.store.Source;
import org.casus.store.SourceKind;
import org.casus.store.SourceState;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatchTest {
    private static Casus casus;

    @TempDir
    private Path folder;

    private OddServer server;
    private Store store;
    private Fetcher fetcher;

    private static final WatchLog SILENT = new WatchLog() {
        @Override
        public void problem(String about, String reason) {}

        @Override
        public void status(WatchStatus status) {}
    };

    @BeforeAll
    static void loads() {
        casus = LoadedCasus.CASUS;
    }

    @BeforeEach
    void opens() throws IOException {
        server = new OddServer();
        open();
        fetcher = new Fetcher(FetchOptions.DEFAULT.withDelay(Duration.ZERO).withPrivate(true), "test");
    }

    private void open() {
        store = Store.open(folder.resolve("casus.duckdb"), casus.codebook());
    }

    @AfterEach
    void closes() throws IOException {
        fetcher.close();
        store.close();
        server.close();
    }

    private Watch watch(WatchOptions options, Clock clock) {
        return new Watch(casus, store, fetcher, options, clock, new Metrics("test"), SILENT);
    }

    private WatchStatus round(Clock clock, Source... sources) {
        Watch watch = watch(WatchOptions.DEFAULT.withOnce(true), clock);
        watch.follow(List.of(sources));
        return watch.run();
    }

    private Source feed(String path) {
        return Source.of(server.url(path), SourceKind.FEED, "Given", Duration.ofMinutes(10));
    }

    private List<Article> articles() {
        return store.articles().list(new Articles.Choice(null, null, null, null), null, 100_000).stream()
                .map(Articles.Line::article)
                .toList();
    }

    private Sources.Line only() {
        List<Sources.Line> lines = store.sources().all();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static Clock later(Duration wait) {
        return Clock.offset(Clock.system(ZoneId.of("UTC")), wait);
    }

    @Test
    void namesPublisherAndDayFromTheFeedWherePagesDoNot() {
        server.put("/p", "text/html", "<html><body>" + Feeds.text("p", "France condemned Iran.") + "</body></html>");
        server.put("/feed", RSS, rss(item(server.url("/p"), "p")));
        assertThat(round(Clock.systemUTC(), feed("/feed")).added()).isEqualTo(1);
        Article article = articles().get(0);
        assertThat(article.publisher()).isEqualTo("Odd News");
        assertThat(article.published()).hasToString("2025-05-05");
        assertThat(article.url()).isEqualTo(server.url("/p"));
        assertThat(article.title()).isEqualTo("T");
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        server.put("/feed", RSS, rss(items(server, "a", 3)));
        round(Clock.systemUTC(), feed("/feed"));
        store.close();
        open();
        long fetched =
                server.asked().stream().filter(path -> path.startsWith("/page")).count();
        server.put("/feed", RSS, rss(items(server, "a", 5)));
        assertThat(round(Clock.systemUTC()).added()).isEqualTo(2);
        assertThat(server.asked().stream()
                        .filter(path -> path.startsWith("/page"))
                        .count())
                .isEqualTo(fetched + 2);
        assertThat(articles()).hasSize(5);
        assertThat(only().state().articles()).isEqualTo(5);
        assertThat(only().kept()).isEqualTo(5);
    }

    @Test
    void changedNamesWithTheSameTextAreNoNewArticles() {
        server.put("/p", "text/html", "<html><body>" + Feeds.text("p", "France condemned Iran.") + "</body></html>");
        for (int i = 0; i < 3; i++) {
            // no day in the page, and another in the feed each time: the text alone tells
            server.put(
                    "/feed",
                    RSS,
                    rss(item(server.url("/p"), "guid" + i)
                            .replace("05 May", "0" + (5 + i) + " May")
                            .replace("Mon, ", "")));
            round(later(Duration.ofHours(7L * i)), feed("/feed"));
        }
        assertThat(articles()).hasSize(1);
        assertThat(only().kept()).isEqualTo(3);
        server.put("/p", "text/html", "<html><body>" + Feeds.text("new", "France condemned Iran.") + "</body></html>");
        server.put("/feed", RSS, rss(item(server.url("/p"), "guid9")));
        round(later(Duration.ofHours(30)), feed("/feed"));
        assertThat(articles()).hasSize(2);
    }

    @Test
    void twoFeedsWithTheSamePageGiveOneArticle() {
        server.put("/one", RSS, rss(items(server, "x", 2)));
        server.put("/two", RSS, rss(items(server, "x", 2)));
        round(Clock.systemUTC(), feed("/one"), feed("/two"));
        assertThat(articles()).hasSize(2);
    }

    @Test
    void aPageThatFailsIsTriedThreeTimes() {
        server.put("/p", OddServer.status("500 Oops"));
        server.put("/feed", RSS, rss(item(server.url("/p"), "p")));
        for (int i = 0; i < 5; i++) {
            round(later(Duration.ofHours(i)), feed("/feed"));
        }
        assertThat(server.asked().stream().filter("/p"::equals).count()).isEqualTo(3);
        assertThat(only().failed()).isEqualTo(1);
        assertThat(only().waiting()).isZero();
    }

    @Test
    void aPageThatComesBackIsRead() {
        server.put("/p", OddServer.status("500 Oops"));
        server.put("/feed", RSS, rss(item(server.url("/p"), "p")));
        round(Clock.systemUTC(), feed("/feed"));
        assertThat(only().waiting()).isEqualTo(1);
        server.put("/p", "text/html", Feeds.page("p"));
        round(later(Duration.ofHours(1)), feed("/feed"));
        assertThat(articles()).hasSize(1);
    }

    @Test
    void aBurstWaitsInTheStoreAndNotInMemory() throws Exception {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String number = "burst" + i;
            server.put(
                    "/page/" + number,
                    (request, out) -> OddServer.ok(
                                    "text/html", Feeds.page(number).getBytes(StandardCharsets.UTF_8))
                            .to(request, out));
            items.add(item(server.url("/page/" + number), number));
        }
        server.put("/feed", RSS, rss(items.toArray(String[]::new)));
        Watch watch = watch(WatchOptions.DEFAULT, Clock.systemUTC());
        watch.follow(List.of(feed("/feed")));
        CompletableFuture<WatchStatus> end = CompletableFuture.supplyAsync(watch::run);
        while (watch.status().added() < 100) {
            Thread.sleep(20);
            assertThat(end.isCompletedExceptionally()).isFalse();
        }
        watch.stop();
        WatchStatus status = end.get();
        // what is fetched is never far ahead of what is coded
        assertThat(status.fetched() - status.added()).isLessThanOrEqualTo(30);
        assertThat(articles()).hasSize((int) status.added());
        assertThat(only().waiting()).isEqualTo(10_000 - status.added());
        assertThat(only().state().articles()).isEqualTo(status.added());
    }

    @Test
    void followsAFolder() throws Exception {
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(news.resolve("a.html"), Feeds.page("a"));
        Files.writeString(
                news.resolve("b.jsonl"),
                "{\"title\":\"B\",\"text\":\"France condemned Iran on Monday.\"}\n{\"title\":\"C\",\"text\":\"Russia accused Ukraine of lies on Monday.\"}\nnonsense\n");
        Files.writeString(news.resolve("c.html"), "");
        Source source = Source.of(news.toString(), SourceKind.FOLDER, null, Duration.ofMinutes(10));
        assertThat(round(Clock.systemUTC(), source).added()).isEqualTo(3);
        Files.writeString(news.resolve("d.txt"), "Turkey signed a trade agreement with Georgia on Monday.");
        assertThat(round(Clock.systemUTC(), source).added()).isEqualTo(1);
        assertThat(only().failed()).isEqualTo(1);
        assertThat(articles()).hasSize(4);
    }

    @Test
    void waitsLongerForSourcesThatBringNothingOrFail() {
        WatchOptions options = WatchOptions.DEFAULT;
        Pace pace = new Pace(options);
        Instant now = Instant.parse("2025-01-01T00:00:00Z");
        Source source = Source.of("http://example.org/", SourceKind.FEED, null, Duration.ofMinutes(10));
        watch(options, Clock.systemUTC()).follow(List.of(source));
        SourceState state = only().state();
        state = pace.after(state, source, Fetcher.Known.NOTHING, 3, now, null, null);
        assertThat(state.pace()).isEqualTo(Duration.ofMinutes(5));
        for (int i = 0; i < 20; i++) {
            state = pace.after(state, source, Fetcher.Known.NOTHING, 0, now, null, null);
        }
        assertThat(state.pace()).isEqualTo(Duration.ofHours(6));
        state = pace.failed(state, "x", null, now);
        assertThat(state.nextFetch()).isEqualTo(now.plus(Duration.ofMinutes(20)));
        state = pace.failed(state, "x", Duration.ofHours(9), now);
        assertThat(state.nextFetch()).isEqualTo(now.plus(Duration.ofHours(9)));
        assertThat(state.failures()).isEqualTo(2);
    }
}
