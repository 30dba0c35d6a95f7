package org.casus.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosTaggerTest {
    private static final TextSplitter SPLITTER = new TextSplitter();
    private static final PosTagger TAGGER = new PosTagger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "France condemned Iran . | PROPN VERB PROPN PUNCT",
                "Rebels freed 20 soldiers . | NOUN VERB NUM NOUN PUNCT",
                "He will visit Cairo . | PRON AUX VERB PROPN PUNCT"
            })
    void tags(String text, String tags) {
        assertThat(TAGGER.tag(SPLITTER.single(text)))
                .extracting(Pos::name)
                .containsExactly(tags.strip().split(" ", -1));
    }
}
