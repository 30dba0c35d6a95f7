package org.casus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.casus.store.Source;
import org.casus.store.SourceBook;
import org.casus.store.SourceItem;
import org.casus.store.SourceKind;
import org.casus.store.SourceState;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of sources in a real browser. */
@Tag("slow")
class SourcesPageTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Source WELL =
            Source.of("https://example.org/world.xml", SourceKind.FEED, null, Duration.ofMinutes(10));
    private static final Source FAILING = Source.of(
            "https://news.example.net/a/very/long/way/to/the/sitemap/of/all/the/newest/articles/sitemap.xml",
            SourceKind.SITEMAP,
            "Northern Press",
            Duration.ofMinutes(10));
    private static final Source NEW =
            Source.of("/var/lib/news/<b>in</b>", SourceKind.FOLDER, null, Duration.ofMinutes(1));

    private static Browser browser;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        server = RunningServer.on(SourcesPageTest::fill);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingInTheConsole() {
        browser.dismiss();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void fill(Store store) {
        Instant now = Instant.now();
        SourceBook book = store.sourceBook(Clock.systemUTC());
        List.of(WELL, FAILING, NEW).forEach(book::follow);
        List<SourceItem> items = List.of(item("one"), item("two"), item("three"));
        book.looked(
                WELL.id(),
                items,
                added -> new SourceState(
                        WELL,
                        null,
                        null,
                        Duration.ofMinutes(5),
                        now.minusSeconds(190),
                        now.plusSeconds(130),
                        0,
                        0,
                        null,
                        "The World in Brief",
                        added));
        book.looked(FAILING.id(), List.of(), added -> failed("answers 503 <script>alert(1)</script>", now));
    }

    private static SourceState failed(@Nullable String why, Instant now) {
        return new SourceState(
                FAILING,
                null,
                null,
                Duration.ofMinutes(5),
                now.minusSeconds(7_300),
                now.plusSeconds(4_000),
                4,
                0,
                why,
                null,
                0);
    }

    private static SourceItem item(String name) {
        return new SourceItem(name, "example.org", "https://example.org/" + name, null, null, null, null);
    }

    private static Locator row(Page page, Source source) {
        return page.locator("tr[data-source='" + source.id() + "']");
    }

    @Test
    void eachSourceTellsHowItStands() {
        Page page = browser.visitor(server.address());
        page.navigate("/");
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sources"))
                .click();
        assertThat(page).hasTitle("Sources · Casus");
        assertThat(page.locator(".page-head .count")).hasText("3 sources, 1 failing");
        Locator well = row(page, WELL);
        assertThat(well).containsText("well");
        assertThat(well).containsText("The World in Brief");
        assertThat(well.locator("time").first()).hasText("3 min ago");
        assertThat(well.locator("time").first()).hasAttribute("title", Pattern.compile("\\d{4}.*\\d\\d:\\d\\d:\\d\\d"));
        assertThat(well.locator("time").nth(1)).hasText(Pattern.compile("in \\d min"));
        assertThat(well.locator("td.end")).hasText(new String[] {"3", "0", "3", "0"});
        Locator failing = row(page, FAILING);
        assertThat(failing).containsText("failing");
        assertThat(failing).containsText("Northern Press");
        assertThat(failing).containsText("4 times in a row: answers 503 <script>alert(1)</script>");
        assertThat(row(page, NEW)).containsText("not read yet");
        assertThat(row(page, NEW).locator("time")).hasText("due");
        assertThat(row(page, NEW)).containsText("/var/lib/news/<b>in</b>");
        assertThat(page.getByText("casus watch --port")).isVisible();
    }

    @Test
    void anEmptyStoreSaysWhatFillsIt() throws IOException {
        try (RunningServer empty = RunningServer.empty()) {
            Page page = browser.visitor(empty.address(), 360, ColorScheme.LIGHT);
            page.navigate("/sources");
            assertThat(page.getByText("This store follows nothing yet")).isVisible();
            assertThat(page.getByText("casus watch https://")).isVisible();
            assertFits(page);
            DashboardTest.assertAccessible(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("sources-empty-light-360.png")));
            page.context().close();
        }
    }

    @Test
    void itIsLookedAtAgainByItself() throws IOException {
        try (RunningServer own = RunningServer.on(SourcesPageTest::fill)) {
            Page page = browser.visitor(own.address());
            page.clock().install();
            page.navigate("/sources");
            assertThat(row(page, FAILING)).containsText("failing");
            row(page, WELL).getByRole(AriaRole.LINK).focus();
            own.store()
                    .sourceBook(Clock.systemUTC())
                    .looked(
                            FAILING.id(),
                            List.of(),
                            added -> new SourceState(
                                    FAILING,
                                    null,
                                    null,
                                    Duration.ofMinutes(5),
                                    Instant.now(),
                                    Instant.now().plusSeconds(300),
                                    0,
                                    0,
                                    null,
                                    null,
                                    added));
            page.clock().fastForward(31_000);
            assertThat(row(page, FAILING)).not().containsText("failing");
            assertThat(page.locator(".page-head .count")).hasText("3 sources, none failing");
            assertThat(row(page, WELL).getByRole(AriaRole.LINK)).isFocused();
            page.context().close();
        }
    }

    @Test
    void thePageIsForEverybody() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(360, 1280, 3840)) {
                Page page = browser.visitor(server.address(), width, scheme);
                page.navigate("/sources");
                assertThat(row(page, WELL)).isVisible();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(
                                "sources-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")));
                assertFits(page);
                DashboardTest.assertAccessible(page);
                page.context().close();
            }
        }
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(0);
    }
}
