package org.casus.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.data.Table;
import org.casus.place.Gazetteer;
import org.casus.text.TextSplitter;
import org.junit.jupiter.api.Test;

/** Four hundred actor phrases of all kinds, and the country and sector that a careful coder gives them. */
class PhraseCasesTest {
    private static final ActorResolver RESOLVER =
            new ActorResolver(new ActorIndex(ActorBook.bundled()), new TextSplitter(), Gazetteer.bundled());

    @Test
    void countries_and_sectors_are_right_nearly_always() {
        List<Table.Row> cases = Table.bundled("/org/casus/actor/cases.tsv", 5).rows();
        List<String> countries = new ArrayList<>();
        List<String> sectors = new ArrayList<>();
        for (Table.Row row : cases) {
            Actor actor = RESOLVER.resolve(row.text(0), null).actor();
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
        assertThat(country).as(String.join("\n", countries)).isGreaterThanOrEqualTo(0.97);
        assertThat(sector).as(String.join("\n", sectors)).isGreaterThanOrEqualTo(0.93);
    }
}
