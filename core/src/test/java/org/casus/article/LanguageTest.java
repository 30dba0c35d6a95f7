package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The foreign minister said on Monday that the talks with the rebels were at an end. | en",
                "Le ministre des affaires étrangères a dit lundi que les pourparlers avec les rebelles étaient dans une impasse. | fr",
                "El ministro de Exteriores dijo el lunes que las conversaciones con los rebeldes se han roto en la capital. | es",
                "Der Außenminister sagte am Montag, dass die Gespräche mit den Rebellen in der Hauptstadt gescheitert sind. | de",
                "Министр иностранных дел заявил в понедельник, что переговоры прекращены. | ru",
                "قال وزير الخارجية يوم الاثنين إن المحادثات انتهت | ar",
                "外交部长周一表示会谈已经结束 | zh"
            })
    void tells(String text, String language) {
        assertThat(Language.of(text)).contains(language);
    }

    @Test
    void saysNothingOfShortTexts() {
        assertThat(Language.of("Talks end")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }

    @Property
    void neverBreaks(@ForAll String text) {
        assertThat(Language.of(text)).isNotNull();
    }
}
