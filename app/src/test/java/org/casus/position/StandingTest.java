package org.casus.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Party PAKISTAN = new Party("PAK", "Pakistan");
    private static final Party ARMENIA = new Party("ARM", "Armenia");
    private static final Party AZERBAIJAN = new Party("AZE", "Azerbaijan");
    private static final Party EU = new Party("eu", "European Union");
    private static final Party BELARUS = new Party("BLR", "Belarus");
    private static final Issue KASHMIR = new Issue("jammu-and-kashmir", "Jammu and Kashmir");

    @Test
    void repeated_reports_are_one_position() {
        List<Position> positions = Standing.of(List.of(
                report(2, PAKISTAN, Stance.DOES_NOT_RECOGNISE, ARMENIA, null, Effect.HOLDS, "2023-11-01"),
                report(1, PAKISTAN, Stance.DOES_NOT_RECOGNISE, ARMENIA, null, Effect.HOLDS, "2020-10-05"),
                report(3, AZERBAIJAN, Stance.SUPPORTS, PAKISTAN, KASHMIR, Effect.HOLDS, "2023-11-01")));
        assertThat(positions)
                .extracting(Position::sentence)
                .containsExactly(
                        "Azerbaijan supports Pakistan on Jammu and Kashmir", "Pakistan does not recognise Armenia");
        Position refusal = positions.get(1);
        assertThat(refusal.since()).isEqualTo("2020-10-05");
        assertThat(refusal.lastReported()).isEqualTo("2023-11-01");
        assertThat(refusal.articles()).isEqualTo(2);
        assertThat(refusal.isOpen()).isTrue();
    }

    @Test
    void lifted_sanctions_have_ended_until_they_are_imposed_again() {
        List<Position> positions = Standing.of(List.of(
                report(1, EU, Stance.SANCTIONS, BELARUS, null, Effect.BEGINS, "2011-01-31"),
                report(2, EU, Stance.SANCTIONS, BELARUS, null, Effect.ENDS, "2016-02-15"),
                report(3, EU, Stance.SANCTIONS, BELARUS, null, Effect.ENDS, "2016-02-16"),
                report(4, EU, Stance.SANCTIONS, BELARUS, null, Effect.BEGINS, "2020-10-02")));
        assertThat(positions)
                .extracting(Position::sentence)
                .containsExactly(
                        "European Union had sanctions in force against Belarus",
                        "European Union has sanctions in force against Belarus");
        assertThat(positions.get(0).ended()).isEqualTo("2016-02-15");
        assertThat(positions.get(0).reports()).hasSize(3);
        assertThat(positions.get(1).since()).isEqualTo("2020-10-02");
    }

    @Test
    void the_contrary_ends_a_position() {
        List<Position> positions = Standing.of(List.of(
                report(1, PAKISTAN, Stance.DOES_NOT_RECOGNISE, ARMENIA, null, Effect.HOLDS, "2023-11-01"),
                report(2, PAKISTAN, Stance.RECOGNISES, ARMENIA, null, Effect.BEGINS, "2025-09-01")));
        assertThat(positions)
                .extracting(Position::sentence)
                .containsExactly("Pakistan recognises Armenia", "Pakistan did not recognise Armenia");
        assertThat(positions.get(1).endedBy()).extracting(PositionReport::event).isEqualTo("event2");
    }

    @Test
    void an_end_without_a_beginning_has_no_since() {
        List<Position> positions =
                Standing.of(List.of(report(1, EU, Stance.SANCTIONS, BELARUS, null, Effect.ENDS, "2016-02-15")));
        assertThat(positions).hasSize(1);
        assertThat(positions.get(0).since()).isNull();
        assertThat(positions.get(0).isOpen()).isFalse();
    }

    @Test
    void issues_are_kept_apart() {
        Issue karabakh = new Issue("nagorno-karabakh", "Nagorno-Karabakh");
        assertThat(Standing.of(List.of(
                        report(1, AZERBAIJAN, Stance.SUPPORTS, PAKISTAN, KASHMIR, Effect.HOLDS, "2023-11-01"),
                        report(2, AZERBAIJAN, Stance.SUPPORTS, PAKISTAN, karabakh, Effect.HOLDS, "2023-11-01"))))
                .hasSize(2);
    }

    @Test
    void both_sides_of_a_ceasefire_hold_one_position() {
        List<Position> positions = Standing.of(List.of(
                report(1, ARMENIA, Stance.CEASEFIRE_WITH, AZERBAIJAN, null, Effect.BEGINS, "2020-11-10"),
                report(2, AZERBAIJAN, Stance.CEASEFIRE_WITH, ARMENIA, null, Effect.HOLDS, "2020-11-12")));
        assertThat(positions).hasSize(1);
        assertThat(positions.get(0).sentence()).isEqualTo("Armenia has a ceasefire with Azerbaijan");
    }

    @Test
    void the_order_of_reports_makes_no_difference() {
        List<PositionReport> reports = new ArrayList<>();
        for (Stance stance : Stance.values()) {
            for (Effect effect : Effect.values()) {
                for (int i = 0; i < 3; i++) {
                    int number = reports.size();
                    String day = "2023-01-" + (10 + number * 7 % 19);
                    reports.add(report(number, PAKISTAN, stance, ARMENIA, null, effect, day));
                }
            }
        }
        List<Position> first = Standing.of(reports);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(reports, random);
            assertThat(Standing.of(reports)).isEqualTo(first);
        }
    }

    private static PositionReport report(
            int number, Party holder, Stance stance, Party toward, @Nullable Issue issue, Effect effect, String day) {
        return new PositionReport(
                "event" + number, "article" + number, holder, stance, toward, issue, effect, LocalDate.parse(day), 0.9);
    }
}
