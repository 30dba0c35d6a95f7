package org.casus.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorBookTest {
    private static final String HOME = "/org/casus/actor/";
    private static final ActorBook BOOK = ActorBook.bundled();

    @Test
    void holdsEveryCountryOfIso3166() {
        for (String code : Locale.getISOCountries()) {
            assertThat(BOOK.isCountry(
                            new Locale.Builder().setRegion(code).build().getISO3Country()))
                    .as(code)
                    .isTrue();
        }
        assertThat(List.of("XKX", "PSE", "TWN", "ESH")).allMatch(BOOK::isCountry);
    }

    @Test
    void isAsWideAsPromised() {
        assertThat(Table.bundled(HOME + "roles.tsv", 4).rows()).hasSizeGreaterThan(600);
        List<Table.Row> bodies = Table.bundled(HOME + "organisations.tsv", 5).rows();
        assertThat(bodies.stream().filter(row -> row.text(3).equals("IGO"))).hasSizeGreaterThan(150);
        assertThat(Table.bundled(HOME + "groups.tsv", 5).rows()).hasSizeGreaterThan(150);
    }

    @Test
    void everyCodeIsACountryOrAnInternationalBody() {
        Set<String> world = Set.of("IGO", "NGO", "MNC");
        List<String> wrong = new ArrayList<>();
        for (String file : List.of("organisations.tsv", "groups.tsv")) {
            Table.bundled(HOME + file, 5).rows().stream()
                    .filter(row -> !BOOK.isCountry(row.text(3)) && !world.contains(row.text(3)))
                    .forEach(row -> wrong.add(row.text(0) + " " + row.text(3)));
        }
        Table.bundled(HOME + "people.tsv", 8).rows().stream()
                .filter(row -> !BOOK.isCountry(row.text(3)) && !world.contains(row.text(3)))
                .forEach(row -> wrong.add(row.text(0) + " " + row.text(3)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void idsAreUniqueAndSpelledPlainly() {
        Set<String> ids = new HashSet<>();
        for (String file : List.of("organisations.tsv", "groups.tsv")) {
            for (Table.Row row : Table.bundled(HOME + file, 5).rows()) {
                assertThat(ids.add(row.text(0))).as(row.text(0)).isTrue();
            }
        }
        assertThat(Table.bundled(HOME + "people.tsv", 8).rows())
                .extracting(row -> row.text(0))
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @CsvSource({
        "2003-10-31,,2023-11-01,true",
        "2003,2005,2005-12-31,true",
        "2003,2005,2006-01-01,false",
        "2003-05,2003-05,2003-05-31,true",
        ",2000,1990-01-01,true"
    })
    void periodsCountWholeMonthsAndYears(String from, String to, LocalDate day, boolean inside) {
        assertThat(Period.parse(from == null ? "" : from, to == null ? "" : to).contains(day))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "chief of staff,chiefs of staff",
        "army chief,army chiefs",
        "policeman,policemen",
        "ministry of defence,ministries of defence",
        "embassy,embassies",
        "witness,witnesses",
        "attorney general,attorneys general"
    })
    void singularAndPluralMeet(String one, String many) {
        assertThat(Words.key(Words.of(many))).isEqualTo(Words.key(Words.of(one)));
    }
}
