package org.casus.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiDocsTest {
    @Test
    void theDescriptionIsShownAndTriedUnderThePolicy() throws IOException {
        try (Browser browser = Browser.start();
                RunningServer server = RunningServer.withSamples()) {
            Page page = browser.visitor(server.address());
            page.navigate("/api/docs");
            assertThat(page.locator(".opblock").first()).isVisible();
            assertThat(page.locator(".opblock").count()).isGreaterThanOrEqualTo(20);
            Locator health = page.locator(".opblock", new Page.LocatorOptions().setHasText("/health"));
            health.locator(".opblock-summary-control").click();
            health.locator(".try-out__btn").click();
            health.locator(".execute").click();
            assertThat(health.locator(".live-responses-table tbody .response-col_status")
                            .first())
                    .containsText("200");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
