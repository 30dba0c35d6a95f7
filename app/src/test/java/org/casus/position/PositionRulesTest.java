package org.casus.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionRulesTest {
    private static final Casus CASUS = LoadedCasus.CASUS;
    private static final PositionRules RULES = PositionRules.of(CASUS);

    @Test
    void what_begins_has_the_day_of_the_event_and_what_holds_that_of_the_telling() {
        assertThat(reports("Turkey recognised Kosovo's independence in 2008.", LocalDate.of(2024, 6, 15)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.effect()).isEqualTo(Effect.BEGINS);
                    assertThat(report.day()).isEqualTo("2008-01-01");
                });
        assertThat(reports("Cyprus does not recognise Kosovo.", LocalDate.of(2024, 6, 15)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.effect()).isEqualTo(Effect.HOLDS);
                    assertThat(report.day()).isEqualTo("2024-06-15");
                });
    }

    @Test
    void without_any_date_nothing_is_reported() {
        assertThat(reports("Cyprus does not recognise Kosovo.", null)).isEmpty();
    }

    @Test
    void a_breakaway_land_is_not_taken_for_its_state() {
        assertThat(reports(
                        "Israel recognised Somaliland as an independent state on Friday.", LocalDate.of(2024, 6, 15)))
                .singleElement()
                .extracting(PositionReport::toward)
                .isEqualTo(new Party("somaliland", "Somaliland"));
    }

    @Test
    void a_government_is_not_taken_for_its_state() {
        assertThat(reports(
                        "Mexico refused to recognise the new Peruvian president on Monday.", LocalDate.of(2024, 6, 15)))
                .singleElement()
                .extracting(PositionReport::toward)
                .isEqualTo(new Party("PER-GOV", "government of Peru"));
    }

    @Test
    void what_only_stands_before_the_support_is_no_issue() {
        assertThat(reports(
                        "The envoy of Pakistan spoke of the Indus Waters Treaty and thanked Turkey for its solidarity in May.",
                        LocalDate.of(2024, 6, 15)))
                .isEmpty();
    }

    @Test
    void a_dispute_that_the_list_lacks_is_called_as_the_text_calls_it() {
        assertThat(reports("Uzbekistan supports Afghanistan in the Rosalind Bank dispute.", LocalDate.of(2024, 6, 15)))
                .singleElement()
                .extracting(PositionReport::issue)
                .isEqualTo(new Issue("rosalind-bank", "Rosalind Bank"));
    }

    /** The readout of a meeting, where it lies beside the checkout. */
    @Test
    void a_readout_tells_who_stands_how() {
        Path readout = Path.of("..", "..", "shared", "gold", "seed.txt");
        assumeTrue(Files.exists(readout), "no yardsticks beside this checkout");
        List<PositionReport> reports = new ArrayList<>();
        new ArticleReader().read(readout, new ArticleSink() {
            @Override
            public void article(Article article) {
                CASUS.coder().code(article).events().forEach(event -> reports.addAll(RULES.of(article, event)));
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }
        });
        assertThat(Standing.of(reports))
                .extracting(Position::sentence)
                .containsExactly(
                        "Azerbaijan supports Pakistan on Jammu and Kashmir", "Pakistan does not recognise Armenia");
    }

    private static List<PositionReport> reports(String text, @Nullable LocalDate published) {
        Article article = Article.of(text, published);
        return CASUS.coder().code(article).events().stream()
                .flatMap(event -> RULES.of(article, event).stream())
                .toList();
    }
}
