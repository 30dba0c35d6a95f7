package org.casus.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.data.Table;
import org.casus.event.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundred and fifty sentences, sixty of them traps, coded for real, and the positions that a careful reader takes from them. */
class PositionCasesTest {
    private static final Casus CASUS = LoadedCasus.CASUS;
    private static final PositionRules RULES = PositionRules.of(CASUS);
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 6, 15);

    /** The second table was written before the rules and looked at when they were done; its floors are what it had then. */
    @ParameterizedTest
    @CsvSource({"cases.tsv, 100, 0.96, 0.95", "cases-held-out.tsv, 50, 0.96, 0.96"})
    void positions_are_right_nearly_always(String file, int size, double precisionFloor, double recallFloor) {
        List<Table.Row> cases = Table.bundled("/org/casus/position/" + file, 2).rows();
        int right = 0;
        int found = 0;
        int wanted = 0;
        List<String> misses = new ArrayList<>();
        for (Table.Row row : cases) {
            Set<String> gold = new TreeSet<>(row.list(1));
            Set<String> told = told(row.text(0));
            Set<String> both = new HashSet<>(gold);
            both.retainAll(told);
            right += both.size();
            found += told.size();
            wanted += gold.size();
            if (!gold.equals(told)) {
                misses.add(row.text(0) + "\n    wanted " + gold + ", given " + told);
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / wanted;
        System.out.printf(
                Locale.ROOT,
                "positions, %s: precision %.3f of %d, recall %.3f of %d%n",
                file,
                precision,
                found,
                recall,
                wanted);
        assertThat(cases).hasSize(size);
        assertThat(precision).as(String.join("\n", misses)).isGreaterThanOrEqualTo(precisionFloor);
        assertThat(recall).as(String.join("\n", misses)).isGreaterThanOrEqualTo(recallFloor);
    }

    private static Set<String> told(String sentence) {
        Article article = Article.of(sentence, PUBLISHED);
        List<Event> events = CASUS.coder().code(article).events();
        return events.stream()
                .flatMap(event -> RULES.of(article, event).stream())
                .map(PositionCasesTest::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(PositionReport report) {
        String issue = report.issue() == null ? "" : " " + report.issue().id();
        String ended = report.effect() == Effect.ENDS ? " ended" : "";
        return report.holder().id() + " " + report.stance() + " "
                + report.toward().id() + issue + ended;
    }
}
