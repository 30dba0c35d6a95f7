package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    private static final String TEXT =
            "<p>" + "Oman's foreign minister met his Croatian counterpart in Zagreb on Wednesday for talks. ".repeat(4)
                    + "</p>";

    @Test
    void takesTheTextAndLeavesThePage() throws UnreadableException {
        Article article = PageReader.read(
                "a.html",
                "<html lang='en-GB'><head><title>T | Wire</title><meta property='og:title' content='T'>"
                        + "<meta property='og:site_name' content='Wire'><link rel='canonical' href='https://a.example/t'></head><body>"
                        + "<nav><a href='/'>Home</a><a href='/s'>Sport scores</a></nav><article><h1>T</h1><div>12 March 2025 · + ↺ − 16 px</div>"
                        + TEXT + TEXT
                        + "</article><footer>All rights reserved by the Wire</footer></body></html>");
        assertThat(article.title()).isEqualTo("T");
        assertThat(article.publisher()).isEqualTo("Wire");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.url()).isEqualTo("https://a.example/t");
        assertThat(article.published()).isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(article.body())
                .startsWith("Oman's foreign minister")
                .doesNotContain("Sport scores", "rights reserved", "16 px");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-01-02\"}</script><meta property='article:published_time' content='2022-01-02'> | 2021-01-02",
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2021-01-02\"}]}</script> | 2021-01-02",
                "<script type='application/ld+json'>{broken</script><meta property='article:published_time' content='2022-01-02T03:04'> | 2022-01-02",
                "<meta name='date' content='3 May 2020'> | 2020-05-03",
                "<link rel='canonical' href='https://a.example/2019/07/08/x'> | 2019-07-08"
            })
    void trustsTheHeadInOrder(String head, LocalDate published) throws UnreadableException {
        assertThat(PageReader.read("a.html", "<html><head>" + head + "</head><body>" + TEXT + "</body></html>")
                        .published())
                .isEqualTo(published);
    }

    @Test
    void saysWhyAPageHasNoText() {
        assertThatThrownBy(() -> PageReader.read("a.html", "<html><body><script>x()</script></body></html>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("without readable text");
    }
}
