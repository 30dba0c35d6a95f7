package org.casus.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand from the guidelines' definitions. */
class ScoreTest {
    private static final GoldEvent.Side FRA = new GoldEvent.Side("FRA", "GOV");
    private static final GoldEvent.Side IRN = new GoldEvent.Side("IRN", "GOV");
    private static final GoldEvent.Side IRN_MIL = new GoldEvent.Side("IRN", "MIL");

    private static GoldEvent event(
            GoldEvent.Side source, String type, GoldEvent.Side target, boolean mutual, String status) {
        return new GoldEvent(type, source, target, mutual, status, false, "x", List.of());
    }

    @Test
    void sectorsCountOnlyInStrict() {
        List<GoldEvent> gold = List.of(event(FRA, "ACCUSE", IRN, false, "actual"));
        List<GoldEvent> given = List.of(event(FRA, "ACCUSE", IRN_MIL, false, "actual"));
        assertThat(f1(Level.STRICT, gold, given)).isZero();
        assertThat(f1(Level.TUPLE, gold, given)).isEqualTo(1.0);
    }

    @Test
    void mutualEventsMatchEitherWayRound() {
        List<GoldEvent> gold = List.of(event(FRA, "CONSULT", IRN, true, "actual"));
        assertThat(f1(Level.TUPLE, gold, List.of(event(IRN, "CONSULT", FRA, false, "actual"))))
                .isEqualTo(1.0);
        assertThat(f1(Level.TUPLE, gold, List.of(event(FRA, "AGREE", IRN, true, "actual"))))
                .isZero();
    }

    @Test
    void optionalEventsAreNotMissedAndNotWrong() {
        List<GoldEvent> gold =
                List.of(event(FRA, "ACCUSE", IRN, false, "actual"), event(FRA, "ASSAULT", IRN, false, "possible"));
        List<GoldEvent> one = List.of(event(FRA, "ACCUSE", IRN, false, "actual"));
        assertThat(f1(Level.TUPLE, gold, one)).isEqualTo(1.0);
        assertThat(f1(Level.TUPLE, gold, List.of(one.get(0), event(FRA, "ASSAULT", IRN, false, "possible"))))
                .isEqualTo(1.0);
    }

    @Test
    void inventedEventsCostPrecisionAndTypeNeedsOneCountry() {
        Score score = new Score(Level.TUPLE);
        score.add("a", List.of(), List.of(event(FRA, "ACCUSE", IRN, false, "actual")));
        assertThat(score.precision()).isZero();
        assertThat(score.misses()).hasSize(1);
        GoldEvent.Side usa = new GoldEvent.Side("USA", "GOV");
        assertThat(f1(
                        Level.TYPE,
                        List.of(event(FRA, "ACCUSE", IRN, false, "actual")),
                        List.of(event(FRA, "ACCUSE", usa, false, "actual"))))
                .isEqualTo(1.0);
    }

    @Test
    void pairFiguresFoldYield() {
        PairFigures figures = new PairFigures();
        figures.add("YIELD", "RETREAT");
        figures.add("YIELD", "CONCEDE");
        figures.add("ACCUSE", "CONCEDE");
        figures.add("ACCUSE", "");
        assertThat(figures.micro()).isEqualTo(0.5);
        assertThat(figures.macro()).isEqualTo((2 * 2.0 / (2 * 2 + 1)) / 2);
    }

    private static double f1(Level level, List<GoldEvent> gold, List<GoldEvent> given) {
        Score score = new Score(level);
        score.add("a", gold, given);
        return score.f1();
    }
}
