package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.time.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
    private final LeftOut leftOut = new LeftOut("gdelt2");
    private final Deeds deeds = new Deeds(Coded.CASUS.codebook(), true, leftOut);

    @ParameterizedTest
    @CsvSource({
        "actual, 194, 194, ASSAULT",
        "planned, 042, 036, AGREE",
        "planned, 071, 0331, AGREE",
        "planned, 084, 0353, CONCEDE",
        "planned, 163, 1312, THREATEN",
        "planned, 194, 138, THREATEN",
        "planned, 036, 036, AGREE",
        "planned, 138, 138, THREATEN",
        "possible, 194, 138, THREATEN",
        "possible, 183, 138, THREATEN"
    })
    void foldsAsPloverHasIt(String status, String code, String folded, String type) {
        Event event =
                Made.of(code, Status.valueOf(status.toUpperCase(Locale.ROOT))).event();
        List<Deed> told = deeds.of(Made.ARTICLE, event);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).code().code()).isEqualTo(folded);
        assertThat(told.get(0).type().name()).isEqualTo(type);
        assertThat(told.get(0).quad())
                .isEqualTo(Coded.CASUS.codebook().definition(told.get(0).type()).quad());
        assertThat(leftOut.message()).isEmpty();
        // what is told to come is told on the day of publication
        assertThat(told.get(0).day()).isEqualTo(status.equals("actual") ? LocalDate.of(2024, 11, 18) : Made.PUBLISHED);
    }

    @Test
    void countsWhatItLeavesOut() {
        for (Made made : List.of(
                Made.of("194", Status.DENIED),
                Made.of("042", Status.DENIED),
                Made.of("112", Status.PLANNED),
                Made.of("042", Status.POSSIBLE),
                Made.of("194", Status.POSSIBLE).claimed())) {
            assertThat(deeds.of(Made.ARTICLE, made.event())).isEmpty();
        }
        Article undated = Article.of("France condemned Iran.", null);
        assertThat(deeds.of(undated, Made.of("112", Status.ACTUAL).on(null).event()))
                .isEmpty();
        assertThat(leftOut.message())
                .contains(
                        "6 events left out: denied 2, planned in words 1, only claimed 1, possible 1, without a date 1 (gdelt2 has no status)");
    }

    @Test
    void aDeedOfWhichItsSentenceAccusesIsNoThreat() {
        Event assault = Made.of("194", Status.POSSIBLE).event();
        Event accusation = Made.of("112", Status.ACTUAL)
                .event(
                        Made.actor("Iran", "Iran", "IRN", Sector.GOV),
                        Made.actor("France", "France", "FRA", Sector.GOV),
                        null);
        assertThat(deeds.of(Made.ARTICLE, accusation)).hasSize(1);
        assertThat(deeds.of(Made.ARTICLE, assault)).isEmpty();
        assertThat(leftOut.message()).contains("1 event left out: only claimed 1 (gdelt2 has no status)");
        Event elsewhere = new Event(
                assault.id(),
                assault.type(),
                assault.mode(),
                assault.contexts(),
                assault.cameo(),
                assault.quad(),
                assault.source(),
                assault.target(),
                false,
                assault.status(),
                false,
                null,
                assault.date(),
                null,
                new Evidence("Another sentence.", "may attack", 9, 19),
                0.9);
        assertThat(deeds.of(Made.ARTICLE, elsewhere)).hasSize(1);
    }

    @Test
    void tellsMutualEventsFromBothSides() {
        Event event = Made.of("040", Status.ACTUAL).bothWays().event();
        List<Deed> told = deeds.of(Made.ARTICLE, event);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).source()).isEqualTo(event.target());
        assertThat(told.get(1).target()).isEqualTo(event.source());
        assertThat(told.get(0).number()).isNotEqualTo(told.get(1).number()).isPositive();
        Deeds oneWay = new Deeds(Coded.CASUS.codebook(), false, leftOut);
        assertThat(oneWay.of(Made.ARTICLE, event)).hasSize(1);
    }

    @Test
    void aPartOfTheCalendarIsADay() {
        LocalDate published = Made.PUBLISHED;
        assertThat(Deeds.day(null, published)).contains(published);
        assertThat(Deeds.day(null, null)).isEmpty();
        assertThat(Deeds.day(PartialDate.of(YearMonth.of(2024, 11)), published)).contains(published);
        assertThat(Deeds.day(PartialDate.of(Year.of(2014)), published)).contains(LocalDate.of(2014, 1, 1));
        assertThat(Deeds.day(PartialDate.of(YearMonth.of(2023, 2)), null)).contains(LocalDate.of(2023, 2, 1));
    }
}
