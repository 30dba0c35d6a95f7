package org.casus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.data.Table;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hundred events of news sentences, and the dates that a careful reader gives them. */
class DateCasesTest {
    private static final TimeFinder FINDER = new TimeFinder();
    private static final TextSplitter SPLITTER = new TextSplitter();

    /** The second file was written by someone who had not seen the program; it had 0.88 when it was first run. */
    @ParameterizedTest
    @CsvSource({"cases.tsv, 0.9", "cases-2.tsv, 0.9"})
    void nine_in_ten_events_get_the_date_that_a_reader_gives_them(String file, double floor) {
        List<Table.Row> cases = Table.bundled("/org/casus/time/" + file, 4).rows();
        List<String> wrong = new ArrayList<>();
        for (Table.Row row : cases) {
            String date = date(row);
            if (!date.equals(row.text(3))) {
                wrong.add(row.text(3) + " not " + date + " for \"" + row.text(2) + "\", " + row.text(0) + ": "
                        + row.text(1));
            }
        }
        double right = 1 - (double) wrong.size() / cases.size();
        System.out.printf("dates right: %.3f of %d%n", right, cases.size());
        assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
        assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(floor);
    }

    private static String date(Table.Row row) {
        LocalDate published = LocalDate.parse(row.text(0));
        Sentence sentence = SPLITTER.single(row.text(1));
        int start = sentence.text().indexOf(row.text(2));
        int first = tokenAt(sentence, start);
        int end = tokenAt(sentence, start + row.text(2).length() - 1) + 1;
        boolean ahead = isAhead(sentence, first);
        return EventDating.of(sentence, FINDER.find(sentence, published), first, end)
                .map(time -> ahead ? time.ahead() : time.date())
                .map(PartialDate::toString)
                .orElse("-");
    }

    /** In a whole run the reader tells what is to come; here the words before the verb do. */
    private static boolean isAhead(Sentence sentence, int trigger) {
        Set<String> ahead =
                Set.of("will", "would", "shall", "to", "may", "might", "plans", "due", "planned", "scheduled");
        return sentence.tokens().subList(Math.max(0, trigger - 4), trigger).stream()
                .anyMatch(token -> ahead.contains(token.lower()));
    }

    private static int tokenAt(Sentence sentence, int place) {
        int token = 0;
        while (token + 1 < sentence.tokens().size()
                && sentence.tokens().get(token + 1).start() - sentence.start() <= place) {
            token++;
        }
        return token;
    }
}
