package org.casus.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * All words that one text says for a country and another does not: name, adjective, people, capital. "Tallinn" and "Estonian" then weigh as the
 * same word.
 */
final class CountryNames {
    private static final int COLUMNS = 7;
    private static final int LONGEST = 4;

    private final Map<String, String> codes = new HashMap<>();

    private CountryNames() {}

    static CountryNames bundled() {
        CountryNames names = new CountryNames();
        for (Table.Row row :
                Table.bundled("/org/casus/actor/countries.tsv", COLUMNS).rows()) {
            List<String> all = new ArrayList<>();
            for (int column = 1; column <= 5; column++) {
                all.addAll(row.list(column));
            }
            row.list(6).forEach(seat -> all.add(seat.substring(seat.indexOf(':') + 1)));
            all.forEach(name -> names.codes.putIfAbsent(name.toLowerCase(Locale.ROOT), row.text(0)));
        }
        for (String name : List.of("eu", "european union", "brussels")) {
            names.codes.put(name, "EU");
        }
        return names;
    }

    /** A country named from a word on, and by how many words. */
    record Named(String code, int words) {}

    /** The longest country name that starts at a word, or null. Words in lower case. */
    @Nullable
    Named at(List<String> words, int first) {
        StringBuilder name = new StringBuilder();
        Named longest = null;
        for (int i = first; i < Math.min(words.size(), first + LONGEST); i++) {
            name.append(i == first ? "" : " ").append(words.get(i));
            String code = codes.get(name.toString());
            if (code != null) {
                longest = new Named(code, i - first + 1);
            }
        }
        return longest;
    }
}
