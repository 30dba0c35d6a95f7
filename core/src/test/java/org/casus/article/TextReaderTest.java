package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    @Test
    void takesResidueTitleAndSignatureOffTheBody() throws UnreadableException {
        Article article = TextReader.read(
                "a.txt",
                " date 2024-07-09 + ↺ − 16 px\n\nPolice fire tear gas\n\nPolice fired tear gas.\n\nThey left.\n\nRift Valley News");
        assertThat(article.published()).isEqualTo(LocalDate.of(2024, 7, 9));
        assertThat(article.title()).isEqualTo("Police fire tear gas");
        assertThat(article.publisher()).isEqualTo("Rift Valley News");
        assertThat(article.body()).isEqualTo("Police fired tear gas.\n\nThey left.");
    }

    @Test
    void takesTheDayFromADateline() throws UnreadableException {
        assertThat(TextReader.read("a.txt", "BRUSSELS, Nov 18, 2024 (Wire) - Talks ended.")
                        .published())
                .isEqualTo(LocalDate.of(2024, 11, 18));
        assertThat(TextReader.read("a.txt", "BRUSSELS (Wire) - Talks of Nov 18, 2024 ended.")
                        .published())
                .isNull();
    }

    @Test
    void readsHeaders() throws UnreadableException {
        Article article = TextReader.read(
                "a.txt",
                "TITLE: Talks resume LINK: https://a.example/2018/04/05/talks\nTalks resumed on Thursday in Oslo.");
        assertThat(article.title()).isEqualTo("Talks resume");
        assertThat(article.url()).isEqualTo("https://a.example/2018/04/05/talks");
        assertThat(article.published()).isEqualTo(LocalDate.of(2018, 4, 5));
        assertThat(article.body()).isEqualTo("Talks resumed on Thursday in Oslo.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "He said so.-VNA | VNA | He said so.",
                "He said so. (TASS) | TASS | He said so.",
                "He said so. | - | He said so.",
                "Ends | - | Ends"
            })
    void findsTheSignature(String last, String publisher, String kept) throws UnreadableException {
        Article article = TextReader.read("a.txt", "The envoy left for Cairo on Monday.\n\n" + last);
        assertThat(article.publisher()).isEqualTo(publisher);
        assertThat(article.body()).endsWith(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " date 2023-11-01 + ↺ − 16 px",
                "Published: 1 November 2023, 14:20 GMT",
                "A+ A- Reset",
                "Share this article",
                "Wednesday, 12 March 2025",
                "3 min read"
            })
    void knowsResidue(String line) {
        assertThat(PageResidue.isResidue(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Iran and Oman held talks.",
                "Minister resigns",
                "On 1 November 2023 the talks ended",
                "Print workers strike"
            })
    void keepsText(String line) {
        assertThat(PageResidue.isResidue(line)).isFalse();
    }
}
