package org.casus.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.data.Table;
import org.casus.place.Gazetteer;
import org.casus.text.TextSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorResolverTest {
    private static final ActorIndex INDEX = new ActorIndex(ActorBook.bundled());
    private static final TextSplitter SPLITTER = new TextSplitter();
    private static final ActorResolver RESOLVER = new ActorResolver(INDEX, SPLITTER, Gazetteer.bundled());

    static List<Table.Row> phrases() {
        return Table.bundled("/org/casus/actor/phrases.tsv", 5).rows();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void resolves(Table.Row row) {
        LocalDate date = row.text(4).isEmpty() ? null : LocalDate.parse(row.text(4));
        Resolution resolution = RESOLVER.resolve(row.text(0), date);
        assertThat(resolution.actor().country() + " " + resolution.actor().sector())
                .as(row.text(0) + " because " + resolution.reasons())
                .isEqualTo(row.text(1) + " " + row.text(2));
        if (!row.text(3).isEmpty()) {
            assertThat(resolution.actor().role()).isEqualTo(row.text(3));
        }
        assertThat(resolution.reasons()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bank of America",
                "Georgia Tech",
                "Turkey sandwich",
                "Guinea pigs",
                "us",
                "they said",
                "who",
                "a decision"
            })
    void aStateInsideALongerNameDoesNotLeakOut(String phrase) {
        assertThat(RESOLVER.resolve(phrase, null).actor().country()).isNotIn("USA", "GEO", "TUR", "GIN", "IGO");
    }

    @Test
    void anUnknownNameStaysUnknown() {
        Actor actor = RESOLVER.resolve("Foreign Minister Quentin Zyxwv", null).actor();
        assertThat(actor.country()).isNull();
        assertThat(actor.sector()).isEqualTo(Sector.GOV);
        assertThat(actor.name()).isEqualTo("Quentin Zyxwv");
        assertThat(RESOLVER.resolve("", null).actor().sector()).isEqualTo(Sector.UNK);
    }

    @Test
    void everyCountryIsKnownByItsNameAndItsPeopleByTheirs() {
        List<String> unknown = new ArrayList<>();
        for (Table.Row row : Table.bundled("/org/casus/actor/countries.tsv", 7).rows()) {
            List<String> forms = new ArrayList<>(row.list(2));
            forms.add(row.text(1));
            forms.addAll(row.list(3));
            for (String form : forms) {
                if (!row.text(0).equals(RESOLVER.resolve(form, null).actor().country())) {
                    unknown.add(row.text(0) + " " + form + " "
                            + RESOLVER.resolve(form, null).actor());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }
}
