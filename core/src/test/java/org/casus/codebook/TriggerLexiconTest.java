package org.casus.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.data.Table;
import org.casus.text.TextSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerLexiconTest {
    private static final Codebook CODEBOOK = Codebook.bundled();
    private static final TriggerLexicon LEXICON = TriggerLexicon.bundled(CODEBOOK);
    private static final TextSplitter SPLITTER = new TextSplitter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "France condemned Iran | condemned | 111",
                "They held two rounds of talks with Oman | held two rounds of talks | 04",
                "He expressed his gratitude to Azerbaijan | expressed his gratitude | 051",
                "The minister was received by the king | received | 043",
                "Seoul imposed sweeping new sanctions on Pyongyang | imposed sweeping new sanctions on | 163",
                "The army withdrew its troops from the town | withdrew its troops | 0874",
                "Police arrested forty students | arrested | 173",
                "Workers went on strike | went on strike | 143"
            })
    void findsInflectedPhrases(String text, String words, String code) {
        var sentence = SPLITTER.single(text);
        assertThat(LEXICON.find(sentence)).anySatisfy(match -> {
            assertThat(sentence.textOf(match.first(), match.end())).startsWith(words);
            assertThat(match.pattern().code().code()).startsWith(code);
        });
    }

    @Test
    void isBroad() {
        assertThat(LEXICON.size()).isGreaterThan(2_500);
        Set<String> covered = Table.bundled("/org/casus/codebook/triggers.tsv", 4).rows().stream()
                .map(row -> row.text(0))
                .collect(Collectors.toSet());
        Set<String> without = new TreeSet<>();
        for (CameoCode code : CODEBOOK.codes()) {
            boolean any = covered.stream().anyMatch(other -> other.startsWith(code.code()));
            if (code.code().length() == 3 && code.type() != null && !any) {
                without.add(code.code());
            }
        }
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "withdraw,withdrew withdrawn withdraws withdrawing",
        "ban,banned banning bans",
        "deny,denied denies denying",
        "release,released releasing",
        "meet,met meeting",
        "crisis,crises",
        "protest,protested protests",
        "lie,lying",
        "veto,vetoed vetoes"
    })
    void inflects(String lemma, String forms) {
        assertThat(new Inflection().forms(lemma)).contains(lemma).contains(forms.split(" ", -1));
    }
}
