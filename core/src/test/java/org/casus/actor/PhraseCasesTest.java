package org.casus.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.data.Table;
import org.casus.place.Gazetteer;
import org.casus.text.TextSplitter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four hundred actor phrases of all kinds, and the country and sector that a careful coder gives them. */
class PhraseCasesTest {
    private static final ActorResolver RESOLVER =
            new ActorResolver(new ActorIndex(ActorBook.bundled()), new TextSplitter(), Gazetteer.bundled());

    /** The second file was written by someone who had not seen the program; at its first run it had 0.965 and 0.958. */
    @ParameterizedTest
    @CsvSource({"cases.tsv, 0.98, 0.96", "cases-2.tsv, 0.98, 0.97"})
    void countries_and_sectors_are_right_nearly_always(String file, double countryFloor, double sectorFloor) {
        List<Table.Row> cases = Table.bundled("/org/casus/actor/" + file, 5).rows();
        List<String> countries = new ArrayList<>();
        List<String> sectors = new ArrayList<>();
        for (Table.Row row : cases) {
            Actor actor = RESOLVER.resolve(row.text(0), date(row)).actor();
            String given = row.text(0) + ": " + actor.country() + " " + actor.sector() + " " + actor.role();
            if (!Objects.equals(row.textOrNull(1), actor.country())) {
                countries.add(row.text(1) + " wanted, " + given);
            }
            if (!row.text(2).equals(actor.sector().name())) {
                sectors.add(row.text(2) + " wanted, " + given);
            }
        }
        double country = 1 - (double) countries.size() / cases.size();
        double sector = 1 - (double) sectors.size() / cases.size();
        System.out.printf("actors: country right %.3f, sector right %.3f of %d%n", country, sector, cases.size());
        assertThat(cases).hasSizeGreaterThanOrEqualTo(400);
        assertThat(country).as(String.join("\n", countries)).isGreaterThanOrEqualTo(countryFloor);
        assertThat(sector).as(String.join("\n", sectors)).isGreaterThanOrEqualTo(sectorFloor);
    }

    private static @Nullable LocalDate date(Table.Row row) {
        return row.text(4).isEmpty() ? null : LocalDate.parse(row.text(4));
    }
}
