package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.data.Table;
import org.casus.place.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryCodesTest {
    private final CountryCodes codes = new CountryCodes();

    @Test
    void everyCountryHasItsRow() {
        List<String> countries = codes("/org/casus/actor/countries.tsv", 7, 0);
        assertThat(codes("/org/casus/export/country-codes.tsv", 3, 0)).isEqualTo(countries);
    }

    @Test
    void codesAreOfTheirFormAndUnique() {
        List<String> fips = codes("/org/casus/export/country-codes.tsv", 3, 1);
        assertThat(fips).hasSize(247).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z]{2}"));
        // the states of the Correlates of War's system of 2016
        List<String> cow = codes("/org/casus/export/country-codes.tsv", 3, 2);
        assertThat(cow).hasSize(195).doesNotHaveDuplicates().allMatch(code -> code.matches("[1-9]\\d{0,2}"));
    }

    private static List<String> codes(String resource, int columns, int column) {
        List<String> codes = new ArrayList<>();
        for (Table.Row row : Table.bundled(resource, columns).rows()) {
            if (!row.text(column).isEmpty()) {
                codes.add(row.text(column));
            }
        }
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "DEU, GM, 255", "GBR, UK, 200", "RUS, RS, 365", "IRQ, IZ, 645", "UKR, UP, 369", "SRB, RI, 345", "ZAF, SF, 560",
                "AUS, AS, 900",
        "AUT, AU, 305", "CHN, CH, 710", "CHE, SZ, 225", "COD, CG, 490", "COG, CF, 484", "SSD, OD, 626", "XKX, KV, 347",
                "KOR, KS, 732",
        "ABW, AA, ''", "UMI, '', ''"
    })
    void knownCodes(String country, String fips, String cow) {
        assertThat(codes.fips(new Place("x", Place.Kind.COUNTRY, country, "", 0, 0, 0, null)))
                .isEqualTo(fips);
        assertThat(codes.cow(country)).isEqualTo(cow);
    }

    @Test
    void whatIsNoCountryHasNoCode() {
        assertThat(codes.name("IGO") + codes.cow(null) + codes.name(null)).isEmpty();
    }
}
