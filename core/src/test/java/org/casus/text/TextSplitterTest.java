package org.casus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSplitterTest {
    private static final TextSplitter SPLITTER = new TextSplitter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Talks began on Monday. They ended on Tuesday. | 2",
                "Lt. Gen. Asim Munir met Gen. Li on Feb. 3 in Cairo. They spoke. | 2",
                "The U.S. Senate voted. It passed. | 2",
                "He left Washington, D.C. on Friday and flew home. | 1",
                "President George W. Bush met Mr. Blair. | 1",
                "\"We will not leave,\" he said. \"We stay.\" | 2",
                "“Never.” That was his answer. | 2",
                "Prices rose 3.5 per cent. Oil fell. | 2",
                "Will they meet? Nobody knows! The end. | 3"
            })
    void findsSentences(String text, int sentences) {
        assertThat(SPLITTER.split(text).sentences()).hasSize(sentences);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pakıstan’s army chief | Pakistan 's army chief",
                "U.S.-led forces, he said. | U.S. - led forces , he said .",
                "They didn’t meet | They did n't meet",
                "(Reuters) - “No” | ( Reuters ) - \" No \""
            })
    void findsTokens(String text, String tokens) {
        assertThat(words(SPLITTER.single(text)))
                .isEqualTo(List.of(tokens.strip().split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "BAKU, Nov 1 (Reuters) — Iran’s envoy left. | BAKU | Reuters | Iran’s envoy left.",
                "Hanoi (VNA) – Talks began. | Hanoi | VNA | Talks began.",
                "SAN FRANCISCO - The union is suing. | SAN FRANCISCO | - | The union is suing.",
                "NAIROBI, Kenya, Jan. 21, 2024 (AP) -- Police left. | NAIROBI, Kenya | AP | Police left.",
                "Police left - at last. | - | - | Police left - at last."
            })
    void keepsTheDatelineOutOfTheFirstSentence(String text, String place, String agency, String sentence) {
        Document document = SPLITTER.split(text);
        assertThat(document.dateline() == null ? null : document.dateline().place())
                .isEqualTo(place);
        assertThat(document.dateline() == null ? null : document.dateline().agency())
                .isEqualTo(agency);
        assertThat(document.sentences().get(0).text()).isEqualTo(sentence);
    }

    @Test
    void joinsWrappedLinesAndPartsHeadings() {
        String text = "Heading here\nThe foreign ministers of Egypt and Jordan met on Sunday in\nCairo. They talked.";
        assertThat(SPLITTER.split(text).sentences())
                .extracting(Sentence::text)
                .hasSize(3)
                .element(1)
                .asString()
                .contains("in\nCairo");
    }

    @Test
    void cutsWhatRunsOnForPages() {
        String endless = "word ".repeat(200_000);
        assertThat(SPLITTER.split(endless).sentences())
                .allSatisfy(sentence -> assertThat(sentence.tokens().size()).isLessThanOrEqualTo(150));
    }

    @Property(tries = 300)
    void everyTokenIsWhereItSays(@ForAll @StringLength(max = 300) String body) {
        int last = 0;
        for (Sentence sentence : SPLITTER.split(body).sentences()) {
            assertThat(body.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
            for (Token token : sentence.tokens()) {
                assertThat(token.start()).isGreaterThanOrEqualTo(last);
                assertThat(CleanText.fold(body.substring(token.start(), token.end())))
                        .contains(token.text());
                last = token.start();
            }
        }
    }

    private static List<String> words(Sentence sentence) {
        return sentence.tokens().stream().map(Token::text).toList();
    }
}
