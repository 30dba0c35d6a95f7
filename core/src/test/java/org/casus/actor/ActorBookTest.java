package org.casus.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    void tellsNamesByCodeAndId() {
        assertThat(BOOK.countryName("PAK")).contains("Pakistan");
        assertThat(BOOK.countryName("IGO")).isEmpty();
        assertThat(BOOK.body("eu"))
                .hasValueSatisfying(body -> assertThat(body.name()).isEqualTo("European Union"));
        assertThat(BOOK.body("ilham-aliyev")).isEmpty();
    }

    @Test
    void isAsWideAsPromised() {
        assertThat(Table.bundled(HOME + "roles.tsv", 4).rows()).hasSizeGreaterThan(600);
        List<Table.Row> bodies = Table.bundled(HOME + "organisations.tsv", 5).rows();
        assertThat(bodies.stream().filter(row -> row.text(3).equals("IGO"))).hasSizeGreaterThan(400);
        assertThat(sector(bodies, "PTY", "OPP")).hasSizeGreaterThan(600);
        assertThat(sector(bodies, "NGO")).hasSizeGreaterThan(300);
        assertThat(sector(bodies, "JRN")).hasSizeGreaterThan(400);
        assertThat(sector(bodies, "MNC", "BUS")).hasSizeGreaterThan(200);
        List<Table.Row> groups = Table.bundled(HOME + "groups.tsv", 5).rows();
        assertThat(groups).hasSizeGreaterThan(500);
        long people = Table.bundled(HOME + "people.tsv", 8).rows().stream()
                .map(row -> row.text(0))
                .distinct()
                .count();
        assertThat(people + bodies.size() + groups.size()).isGreaterThan(12_000);
    }

    private static List<Table.Row> sector(List<Table.Row> rows, String... sectors) {
        return rows.stream()
                .filter(row -> List.of(sectors).contains(row.text(4)))
                .toList();
    }

    @Test
    void noCountryHasTwoHeadsOfStateAtOnce() {
        Map<String, List<Table.Row>> heads = new TreeMap<>();
        for (Table.Row row : Table.bundled(HOME + "people.tsv", 8).rows()) {
            boolean head = row.text(4).equals("GOV") && HEADS.contains(row.text(5));
            if (head && !row.text(3).equals("IGO")) {
                heads.computeIfAbsent(row.text(3), country -> new ArrayList<>()).add(row);
            }
        }
        List<String> wrong = new ArrayList<>();
        heads.forEach((country, rows) -> {
            for (Table.Row one : rows) {
                for (Table.Row other : rows) {
                    boolean two = one.text(0).compareTo(other.text(0)) < 0 && overlap(one, other);
                    if (two) {
                        wrong.add(country + ": " + office(one) + " and " + office(other));
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static final Set<String> HEADS = Set.of("president", "king", "queen", "emir", "sultan", "emperor");

    /** By whole months, since many offices are known by month or year only; a change within one is no overlap. */
    private static boolean overlap(Table.Row one, Table.Row other) {
        return begins(one).compareTo(ends(other)) < 0 && begins(other).compareTo(ends(one)) < 0;
    }

    private static String begins(Table.Row row) {
        String from = row.text(6);
        return from.isEmpty() ? "0000" : from.length() == 4 ? from + "-12" : from.substring(0, 7);
    }

    private static String ends(Table.Row row) {
        String to = row.text(7);
        return to.isEmpty() ? "9999" : to.length() == 4 ? to + "-01" : to.substring(0, 7);
    }

    private static String office(Table.Row row) {
        return row.text(1) + " " + row.text(5) + " " + row.text(6) + " to " + row.text(7);
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
