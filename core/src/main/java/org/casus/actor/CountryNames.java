package org.casus.actor;

import java.util.HashMap;
import java.util.Map;
import org.casus.data.Table;

/**
 * The usual names of countries by their codes.
 *
 * <pre>{@code CountryNames.bundled().of("AZE"); // "Azerbaijan"}</pre>
 */
public final class CountryNames {
    private static final Map<String, String> WORLD = Map.of(
            "IGO", "intergovernmental organisations",
            "NGO", "non-governmental organisations",
            "MNC", "multinational companies");

    private final Map<String, String> names = new HashMap<>(WORLD);

    private CountryNames() {}

    /** The names that the program's actor book uses. */
    public static CountryNames bundled() {
        CountryNames all = new CountryNames();
        for (Table.Row row : Table.bundled("/org/casus/actor/countries.tsv", 7).rows()) {
            all.names.put(row.text(0), row.text(1));
        }
        return all;
    }

    /** True for the code of a country; false for IGO, NGO, MNC and whatever else. */
    public boolean isCountry(String code) {
        return names.containsKey(code) && !WORLD.containsKey(code);
    }

    /** The name of a country, or of all IGO, NGO, MNC; the code itself where it is none. */
    public String of(String code) {
        return names.getOrDefault(code, code);
    }
}
