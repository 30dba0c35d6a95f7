package org.casus.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * Wars, crises, accords and summits that people date things by: "during the Second Karabakh War". The table is
 * {@code periods.tsv}: name, aliases, first day, last day.
 */
final class NamedPeriods {
    private static final int COLUMNS = 4;
    private static final int MOST_WORDS = 8;

    private final Map<String, Period> byName = new HashMap<>();

    /** From a first to a last day, both included. */
    record Period(LocalDate first, LocalDate last) {}

    static NamedPeriods bundled() {
        NamedPeriods periods = new NamedPeriods();
        for (Table.Row row :
                Table.bundled("/org/casus/time/periods.tsv", COLUMNS).rows()) {
            Period period = new Period(firstDay(row.text(2)), lastDay(row.text(3)));
            periods.byName.put(key(row.text(0)), period);
            row.list(1).forEach(alias -> periods.byName.put(key(alias), period));
        }
        return periods;
    }

    /** The longest name that begins with the token at {@code from}; null where none does. */
    @Nullable
    Found at(List<String> tokens, int from) {
        Found longest = null;
        StringBuilder name = new StringBuilder();
        for (int end = from; end < Math.min(tokens.size(), from + MOST_WORDS); end++) {
            name.append(' ').append(tokens.get(end));
            Period period = byName.get(key(name.toString()));
            longest = period == null ? longest : new Found(end + 1, period);
        }
        return longest;
    }

    /** A period, and the word after its name. */
    record Found(int end, Period period) {}

    /** A name as words in lower case, with signs parted from them. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("([-'/])", " $1 ")
                .replaceAll(" +", " ")
                .strip();
    }

    private static LocalDate firstDay(String date) {
        return parse(date).first();
    }

    private static LocalDate lastDay(String date) {
        return parse(date).last();
    }

    private static PartialDate parse(String date) {
        String[] parts = date.split("-", -1);
        return new PartialDate(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }
}
