package org.casus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    private static final WordPieces WORDS = ModelFile.bundled().wordPieces();
    private static final TextSplitter SPLITTER = new TextSplitter();
    private static final String TAGS = "obi";
    private static final float SURE = 9;
    private static final float LIKELY = 1;

    /** A tag a word: outside, begin, inside of the first kind; in capitals where the tagger is sure. */
    @ParameterizedTest
    @CsvSource({
        "Train drivers in Belgium went home,   BIiBOO,  Train drivers|Belgium",
        "the headquarters of the party burned, BIIbIO,  the headquarters of the party",
        "Zambian and Chinese managers met,     BiBIO,   Zambian|Chinese managers",
        "They spoke in,                        OOB,     ''",
        "Armenia Azerbaijan,                   BB,      Armenia|Azerbaijan",
        "Both sides met,                       IIO,     Both sides",
    })
    void a_mention_begins_with_a_begin_and_does_not_end_with_a_linking_word(String text, String tags, String mentions) {
        Sentence sentence = SPLITTER.single(text);
        SentencePieces pieces = new SentencePieces(sentence, WORDS);
        float[][] scores = new float[pieces.size()][1 + 2 * Kind.values().length];
        int word = 0;
        for (int p = 1; p < pieces.size() - 1; p++) {
            if (pieces.opensWord(p)) {
                char tag = tags.charAt(word++);
                scores[p][TAGS.indexOf(Character.toLowerCase(tag))] = Character.isUpperCase(tag) ? SURE : LIKELY;
            }
        }
        String found = Tags.mentions(scores, pieces).stream()
                .map(span -> sentence.textOf(pieces.firstToken(span.first()), pieces.lastToken(span.end() - 1) + 1))
                .collect(Collectors.joining("|"));
        assertThat(found).isEqualTo(mentions);
    }
}
