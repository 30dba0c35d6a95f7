package org.casus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard on data of the Spark job. */
@Tag("slow")
class DataPagesTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Browser browser;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        browser = Browser.start();
        server = RunningServer.onData();
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

    @Test
    void anArticleShowsItsEventsAndSaysThatItsTextIsMissing() {
        Page page = browser.visitor(server.address(), 360, ColorScheme.DARK);
        page.navigate("/");
        page.locator(".newest .event-link").first().click();
        assertThat(page.getByText("The text is not in the data of the Spark job"))
                .isVisible();
        assertThat(page.locator("main .event-link").first()).isVisible();
        DashboardTest.assertAccessible(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("data-article-dark-360.png")));
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingOffersToKeep() {
        Page page = browser.visitor(server.address());
        page.navigate("/articles");
        assertThat(page.locator(".articles a").first()).isVisible();
        assertThat(page.getByText("Add one")).isHidden();
        page.navigate("/try");
        page.getByLabel("Article", new Page.GetByLabelOptions().setExact(true))
                .fill("France condemned Iran on Monday.");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Code it").setExact(true))
                .click();
        assertThat(page.getByText("keeps nothing")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it")))
                .isHidden();
        page.navigate("/sources");
        assertThat(page.getByText("it follows nothing")).isVisible();
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                 .newest .event-link",
        "/relations,        .matrix a",
        "/relations/eu/BLR, .figures dd",
        "/positions,        h1",
        "/events,           .data-table tbody tr",
    })
    void theOtherPagesAreAsOnAStore(String path, String sign) {
        Page page = browser.visitor(server.address());
        page.navigate(path);
        assertThat(page.locator(sign).first()).isVisible();
        assertThat(page.locator(".problem")).hasCount(0);
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }
}
