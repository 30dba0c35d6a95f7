package org.casus.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.data.Table;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hundred places of news sentences: within 161 km (a hundred miles, as the field measures) of where they are. */
class PlaceCasesTest {
    private static final double NEAR_KM = 161;
    private static final Gazetteer GAZETTEER = Gazetteer.bundled();
    private static final TextSplitter SPLITTER = new TextSplitter();

    /** The second file was written by someone who had not seen the program. */
    @ParameterizedTest
    @CsvSource({"cases.tsv", "cases-2.tsv"})
    void nine_in_ten_places_are_found_where_they_are(String file) {
        List<Table.Row> cases = Table.bundled("/org/casus/place/" + file, 5).rows();
        List<String> wrong = new ArrayList<>();
        for (Table.Row row : cases) {
            Place place = place(row);
            Place wanted = new Place("", Place.Kind.TOWN, null, "", row.number(3), row.number(4), 0, null);
            if (place == null || place.distance(wanted) > NEAR_KM) {
                wrong.add(row.text(2) + " → " + place + " in: " + row.text(1));
            }
        }
        double right = 1 - (double) wrong.size() / cases.size();
        System.out.printf("places within 161 km: %.3f of %d%n", right, cases.size());
        assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
        assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.9);
    }

    private static Place place(Table.Row row) {
        PlaceContext context = new PlaceContext(GAZETTEER);
        row.list(0).forEach(context::add);
        Sentence sentence = SPLITTER.single(row.text(1));
        int start = sentence.text().indexOf(row.text(2));
        int end = start + row.text(2).length();
        for (Toponym toponym : PlaceFinder.find(sentence, context, token -> true, token -> {
            int at = sentence.tokens().get(token).start() - sentence.start();
            return start <= at && at < end;
        })) {
            int at = sentence.tokens().get(toponym.first()).start() - sentence.start();
            if (start <= at && at < end) {
                return toponym.place();
            }
        }
        return null;
    }

    @Test
    void towns_stand_in_the_order_in_which_they_are_searched() {
        assertThat(GAZETTEER.isSorted()).isTrue();
        assertThat(GAZETTEER.towns()).isGreaterThan(120_000);
    }
}
