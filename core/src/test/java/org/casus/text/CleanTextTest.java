package org.casus.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pakıstan’s | Pakistan's",
                "“Yes,” he said | \"Yes,\" he said",
                "Pak\u200Bistan | Pakistan",
                "Erdoğan | Erdogan",
                "Łódź | Lodz",
                "São Tomé | Sao Tome",
                "U.S.\u00A0troops | U.S. troops",
                "co\u00ADoperation | cooperation",
                "Kjærgård | Kjaergard",
                "straße | strasse",
                "ﬁve | five",
                "Türkiye | Turkiye"
            })
    void makesPlain(String written, String plain) {
        assertThat(CleanText.fold(written.strip())).isEqualTo(plain.strip());
    }

    @ParameterizedTest
    @CsvSource({"Pakıstan’s army,army", "a\u200Bb cd,cd", "e\u0301\u0301 x,x", "ß y,y", "ﬁve men,men"})
    void findsTheWayBack(String text, String word) {
        CleanText clean = CleanText.of(text);
        int from = clean.text().indexOf(word);
        assertThat(text.substring(clean.originalStart(from), clean.originalEnd(from + word.length())))
                .isEqualTo(word);
    }

    @Property
    void everyPlaceOfTheCleanTextIsAPlaceOfTheOriginal(@ForAll String text) {
        CleanText clean = CleanText.of(text);
        int before = 0;
        for (int i = 0; i < clean.text().length(); i++) {
            int start = clean.originalStart(i);
            assertThat(start).isBetween(before, Math.max(before, text.length() - 1));
            assertThat(clean.originalEnd(i + 1)).isBetween(start, text.length());
            before = start;
        }
    }
}
