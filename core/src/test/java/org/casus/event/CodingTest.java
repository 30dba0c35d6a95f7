package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodingTest {
    private static final Casus CASUS = LoadedCasus.CASUS;
    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);

    record Case(String sentence, List<String> events) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CodingTest.class.getResourceAsStream("/org/casus/event/sentences.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            for (String block : text.substring(text.indexOf('\n') + 1).split("\n\n", -1)) {
                List<String> lines = Arrays.asList(block.strip().split("\n", -1));
                cases.add(new Case(
                        lines.get(0),
                        lines.subList(1, lines.size()).stream()
                                .map(String::strip)
                                .toList()));
            }
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void codes(Case sentence) {
        List<Event> events = code(sentence.sentence());
        List<String> shown = events.stream().map(CodingTest::show).toList();
        for (String wanted : sentence.events()) {
            assertThat(shown).as(wanted).anyMatch(given -> isSo(given, wanted));
        }
        if (sentence.events().isEmpty()) {
            assertThat(events).isEmpty();
        }
    }

    /** A case that gives only a root ("04") leaves the rest of the code open, one without a code all of it; what is mutual may be told from either side. */
    private static boolean isSo(String given, String wanted) {
        String turned = given.replaceFirst("^(\\w+ \\w+) <> (\\w+ \\w+)", "$2 <> $1");
        return isJust(given, wanted) || isJust(turned, wanted);
    }

    private static boolean isJust(String given, String wanted) {
        return given.equals(wanted)
                || given.replaceFirst(" (\\d\\d)\\d+ (\\w+)$", " $1 $2").equals(wanted)
                || given.replaceFirst(" \\d+ (\\w+)$", " $1").equals(wanted);
    }

    @Test
    void evidenceIsExactlyWhereItSays() {
        String body = "“Peace.” Pakıstan’s army chief met the emir of Qatar.\u00A0France condemned Iran.";
        for (Event event : code(body)) {
            Evidence evidence = event.evidence();
            assertThat(body.substring(evidence.start(), evidence.end())).isEqualTo(evidence.trigger());
            assertThat(body).contains(evidence.sentence());
        }
        assertThat(code(body)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void tellsTheSameEventOnce() {
        assertThat(code("France condemned Iran on Monday. Paris condemned Iran again on Tuesday."))
                .hasSize(1);
    }

    @Test
    void attributesToWhoSaysSoAndNotToTheDoerOrTheAgency() {
        assertThat(code("Turkey shelled Kurdish fighters in Syria, the US defence ministry said.")
                        .get(0)
                        .attribution())
                .isEqualTo("the US defence ministry");
        assertThat(code("According to the Red Cross, Israel bombed Hezbollah.")
                        .get(0)
                        .attribution())
                .isEqualTo("the Red Cross");
        assertThat(code("France condemned Iran on Monday.").get(0).attribution())
                .isNull();
        assertThat(code("Israel bombed Hezbollah, Reuters reported.").get(0).attribution())
                .isNull();
    }

    @Test
    void takesNoGovernmentForAWitnessOfItsOwnDeedsAndWhoDeniesForOne() {
        assertThat(code("Turkey shelled Kurdish fighters in Syria, the Turkish defence minister said.")
                        .get(0)
                        .attribution())
                .isNull();
        assertThat(code("The Iranian foreign ministry denied that Hezbollah had shelled Israel.")
                        .get(0)
                        .attribution())
                .isEqualTo("The Iranian foreign ministry");
    }

    @Test
    void takesAMonthThatIsOverAndABackdropForHistory() {
        assertThat(code("Iraq attacked Kuwait in October.").get(0).background()).isTrue();
        assertThat(code("Iraq attacked Kuwait on November 15.").get(0).background())
                .isFalse();
        assertThat(code("France thanked Chad for its help during Libya's invasion of the country."))
                .filteredOn(event -> "LBY".equals(event.source().country()))
                .allMatch(Event::background);
    }

    @Test
    void makesNoEventBetweenAnOfficeAndTheNameBesideIt() {
        assertThat(code("The Kenyan foreign minister met his Ugandan counterpart, Jeje Odongo."))
                .allMatch(event -> "KEN".equals(event.source().country())
                        || "KEN".equals(Objects.requireNonNull(event.target()).country()))
                .isNotEmpty();
    }

    @Test
    void putsVictimsWhereTheyWereHit() {
        assertThat(code("Ethiopian soldiers shot dead four herders in the Kenyan town of Moyale on Monday."))
                .extracting(CodingTest::show)
                .allMatch(shown -> shown.startsWith("ETH MIL > KEN "))
                .isNotEmpty();
    }

    @Test
    void addsTheContextsThatTheWordsTell() {
        assertThat(code("France condemned Iran for a new uranium plant on Monday.")
                        .get(0)
                        .contexts())
                .contains("cbrn");
    }

    @Test
    void tellsHistoryFromNews() {
        Event old = code("Iraq invaded Kuwait in 1990.").get(0);
        assertThat(old.background()).isTrue();
        assertThat(old.date()).hasToString("1990");
        Event news = code("Iraq attacked Kuwait on Monday.").get(0);
        assertThat(news.background()).isFalse();
        assertThat(news.date()).hasToString("2024-11-18");
    }

    @Test
    void remembersWhoThePresidentIs() {
        List<Event> events =
                code("President of Azerbaijan Ilham Aliyev left for Rome. The head of state praised Pakistan.");
        assertThat(events).extracting(CodingTest::show).contains("AZE GOV > PAK GOV SUPPORT 051 actual");
    }

    @Test
    void saysWhatWasLacking() {
        var coded = CASUS.coder().code(Article.of("The ministry condemned the attack.", DAY));
        assertThat(coded.events()).isEmpty();
        assertThat(coded.sentences()).hasSize(1);
        assertThat(coded.sentences().get(0).lacks()).isNotEmpty();
    }

    @Test
    void givesTheSameEventsAgain() {
        String body = "France condemned Iran. Turkey shelled Kurdish fighters in Syria.";
        assertThat(code(body)).isEqualTo(code(body));
    }

    private static List<Event> code(String body) {
        return CASUS.coder().code(Article.of(body, DAY)).events();
    }

    private static String show(Event event) {
        return show(event.source()) + (event.mutual() ? " <> " : " > ") + show(event.target()) + " " + event.type()
                + " " + event.cameo().code() + " " + event.status().label();
    }

    private static String show(@Nullable Actor actor) {
        return actor == null ? "-" : actor.country() + " " + actor.sector();
    }
}
