package org.casus.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.data.Table;
import org.casus.text.TextSplitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextWordsTest {
    private static final ContextWords WORDS = ContextWords.bundled(Codebook.bundled());
    private static final TextSplitter SPLITTER = new TextSplitter();

    static List<Table.Row> cases() {
        return Table.bundled("/org/casus/codebook/context-cases.tsv", 2).rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatASentenceIsAbout(Table.Row row) {
        assertThat(WORDS.of(SPLITTER.single(row.text(0)))).as(row.text(0)).isEqualTo(row.list(1));
    }
}
