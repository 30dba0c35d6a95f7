package org.casus.export;

import java.util.HashMap;
import java.util.Map;
import org.casus.data.Table;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** What other data sets call countries and their provinces. Everything is empty text where there is no such code or name. */
final class CountryCodes {
    private record Codes(String fips, String cow) {}

    private final Map<String, Codes> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> provinces = new HashMap<>();

    CountryCodes() {
        for (Table.Row row :
                Table.bundled("/org/casus/export/country-codes.tsv", 3).rows()) {
            codes.put(row.text(0), new Codes(row.text(1), row.text(2)));
        }
        for (Table.Row row : Table.bundled("/org/casus/actor/countries.tsv", 7).rows()) {
            names.put(row.text(0), row.text(1));
        }
        for (Table.Row row : Table.bundled("/org/casus/place/provinces.tsv", 6).rows()) {
            provinces.put(row.text(0) + "." + row.text(1), row.text(2));
        }
    }

    /** The country's name; empty for null and for IGO, NGO, MNC. */
    String name(@Nullable String country) {
        return names.getOrDefault(CellText.orEmpty(country), "");
    }

    /** Its number in the Correlates of War. */
    String cow(@Nullable String country) {
        return code(country).cow();
    }

    /** The FIPS 10-4 code of a place's country; Gaza and the West Bank have codes of their own. */
    String fips(Place place) {
        return "PSE".equals(place.country()) && place.province().equals("GZ")
                ? "GZ"
                : code(place.country()).fips();
    }

    /** The name of a place's province. */
    String province(Place place) {
        return provinces.getOrDefault(place.country() + "." + place.province(), "");
    }

    private Codes code(@Nullable String country) {
        return codes.getOrDefault(CellText.orEmpty(country), new Codes("", ""));
    }
}
