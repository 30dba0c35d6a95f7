package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.LoadedCasus;
import org.casus.listing.FeedFormatException;
import org.casus.listing.Opml;
import org.casus.store.Source;
import org.casus.store.SourceKind;
import org.casus.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of feeds in and out of {@code casus watch}. */
@Timeout(60)
class OpmlTest {
    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void names() {
        store = folder.resolve("casus.duckdb");
    }

    private Path list(String body) throws IOException {
        return Files.writeString(
                folder.resolve("feeds.opml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"><head><title>T</title></head><body>"
                        + body + "</body></opml>",
                StandardCharsets.UTF_8);
    }

    private void follow(Source... sources) {
        try (Store opened = Store.open(store, LoadedCasus.CASUS.codebook())) {
            for (Source source : sources) {
                opened.sourceBook(Clock.systemUTC()).follow(source);
            }
        }
    }

    private String export() {
        Run run = Run.of("watch", "--store", store.toString(), "--export-opml");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    /** What one store writes, another follows, and writes again byte for byte. */
    @Test
    void aListGoesRound() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in & out"));
        follow(
                Source.of(
                        "http://127.0.0.1:1/a?b=1&c=%3C2%3E",
                        SourceKind.FEED, "A \"good\" & <odd> Név", Duration.ofMinutes(10)),
                Source.of("http://127.0.0.1:1/news-sitemap.xml", SourceKind.SITEMAP, null, Duration.ofMinutes(10)),
                Source.of(in.toString(), SourceKind.FOLDER, null, Duration.ofMinutes(10)));
        String first = export();
        Path file = Files.writeString(folder.resolve("out.opml"), first, StandardCharsets.UTF_8);
        store = folder.resolve("other.duckdb");
        // nothing is fetched: both addresses lead to this machine, which is refused
        Run run = Run.of("watch", "--store", store.toString(), "--opml", file.toString(), "--once");
        assertThat(run.err()).contains("3 sources");
        assertThat(export()).isEqualTo(first);
    }

    @Test
    void feedsAreFoundHoweverDeepInFolders() throws IOException, FeedFormatException {
        String deep = "<outline text=\"f\">".repeat(150)
                + "<outline text='deep' type='rss' xmlUrl='https://example.org/deep'/>" + "</outline>".repeat(150);
        List<Opml.Outline> found = Opml.read(
                Files.readAllBytes(list("<outline text='World'><outline TEXT='One' xmlURL=' https://example.org/1 '/>"
                        + "<outline text='t' title='Two' xmlUrl='https://example.org/2'><outline text='Three' xmlUrl='https://example.org/3'/></outline>"
                        + "<outline text='no feed' htmlUrl='https://example.org/'/><outline xmlUrl=''/></outline>"
                        + deep)));
        assertThat(found)
                .containsExactly(
                        new Opml.Outline("https://example.org/1", "One"),
                        new Opml.Outline("https://example.org/2", "Two"),
                        new Opml.Outline("https://example.org/3", "Three"),
                        new Opml.Outline("https://example.org/deep", "deep"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<opml><body><outline xmlUrl='https://example.org/1'></body></opml> | broken XML",
                "<opml><body><outline xmlUrl='https://exam                          | broken XML",
                "<rss><channel/></rss>                                              | is no OPML (its root is <rss>)",
                "not XML at all                                                     | broken XML",
                "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&x;' xmlUrl='https://example.org/'/></body></opml> | defines a document type",
                "<!DOCTYPE opml SYSTEM 'http://127.0.0.1:1/evil.dtd'><opml/>        | defines a document type",
                "<opml><body><outline text='&unknown;' xmlUrl='https://example.org/'/></body></opml> | broken XML",
                "<opml><body><outline xmlUrl='file:///etc/passwd'/></body></opml>   | /etc/passwd",
                "<opml><body><outline xmlUrl='javascript:alert(1)'/></body></opml>  | javascript:alert(1)",
            })
    void whatIsDamagedOrHostileIsOneSentence(String list, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.opml"), list, StandardCharsets.UTF_8);
        refused(file, words);
    }

    private void refused(Path file, String words) {
        Run run = Run.of("watch", "--store", store.toString(), "--opml", file.toString(), "--once");
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(words).doesNotContain("root:").doesNotContain("\tat ");
        assertThat(run.err()
                        .lines()
                        .filter(line -> !line.startsWith("Usage") && !line.startsWith(" ") && !line.isBlank()))
                .isNotEmpty();
        assertThat(store).doesNotExist();
    }

    /** A billion laughs, outlines without end one in another, an element with too many attributes. */
    @Test
    void whatWouldGrowWithoutEndIsRefused() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE opml [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        laughs.append("]><opml><body><outline text=\"&a9;\" xmlUrl=\"https://example.org/\"/></body></opml>");
        refused(Files.writeString(folder.resolve("laughs.opml"), laughs), "defines a document type");
        refused(list("<outline>".repeat(100_000)), "deeper than");
        String attributes = String.join(
                " ", IntStream.range(0, 1_000).mapToObj(i -> "a" + i + "='x'").toList());
        refused(list("<outline " + attributes + " xmlUrl='https://example.org/'/>"), "more elements or attributes");
    }
}
