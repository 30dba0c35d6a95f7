package org.casus.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine; what its pages complain about in the console is collected. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
    }

    /** Starts it; ends the test as not to be run where there is none. */
    static Browser start() {
        Optional<Path> executable = executable();
        assumeTrue(
                executable.isPresent(),
                "no Chromium on this machine: install it (Debian: apt-get install chromium) to run the dashboard's tests");
        return new Browser(executable.orElseThrow());
    }

    private static Optional<Path> executable() {
        Stream<Path> folders = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return Stream.concat(Stream.of(Path.of("/usr/bin")), folders)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of a visitor who has not been here before. */
    Page visitor(String address, int width, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setAcceptDownloads(true));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error + " at " + page.url()));
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    Page visitor(String address) {
        return visitor(address, 1280, ColorScheme.LIGHT);
    }

    /** Closes what visitors left open: a page of a test that failed would go on asking its server. */
    void dismiss() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** What the pages complained about since the last time this was asked. */
    List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
