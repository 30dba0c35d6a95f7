package org.casus.server;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.casus.actor.CountryNames;
import org.casus.position.Position;
import org.casus.position.PositionReport;
import org.casus.position.Stance;
import org.casus.store.Party;
import org.casus.store.Positions;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;

/** Who stands how to whom. */
final class PositionEndpoints {
    private static final CountryNames COUNTRIES = CountryNames.bundled();
    private static final Parameter<String> HOLDER =
            Parameter.query("holder", "A party's id: who holds it.", "eu", Form.text(1, 200));
    private static final Parameter<String> TOWARD =
            Parameter.query("toward", "A party's id: towards whom.", "BLR", Form.text(1, 200));
    private static final Parameter<String> PARTY =
            Parameter.query("party", "A party's id on either side.", "BLR", Form.text(1, 200));
    private static final Parameter<String> ISSUE =
            Parameter.query("issue", "An issue's id or name.", "jammu-and-kashmir", Form.text(1, 200));
    private static final Parameter<Stance> STANCE = Parameter.query(
            "stance", "How they stand.", "SANCTIONS", Form.choice(Arrays.asList(Stance.values()), Stance::name));
    private static final Parameter<Boolean> STANDING = Parameter.query(
            "standing", "Only those that nothing ended, or only those that something did.", "true", Form.truth());

    private final Store store;
    private final Answers answers;

    PositionEndpoints(Store store, Answers answers) {
        this.store = store;
        this.answers = answers;
    }

    /** A position as the API tells it. */
    record PositionView(
            Party holder,
            Party toward,
            Stance stance,
            @Nullable String issue,
            @Nullable LocalDate since,
            int reports,
            int articles,
            LocalDate last,
            @Nullable LocalDate ended,
            String sentence,
            List<String> events) {
        static PositionView of(Position position) {
            return new PositionView(
                    party(position.holder()),
                    party(position.toward()),
                    position.stance(),
                    position.issue() == null ? null : position.issue().name(),
                    position.since(),
                    position.reports().size(),
                    position.articles(),
                    position.lastReported(),
                    position.ended(),
                    position.sentence(),
                    position.reports().stream()
                            .map(PositionReport::event)
                            .distinct()
                            .toList());
        }

        private static Party party(org.casus.position.Party party) {
            return new Party(party.id(), party.name(), COUNTRIES.isCountry(party.id()) ? party.id() : null, null);
        }
    }

    private record PositionsView(List<PositionView> positions) {}

    List<Endpoint> all() {
        return List.of(answers.endpoint(
                "/api/positions",
                "positions",
                "Standing positions: who recognises, supports, opposes, sanctions or is allied with whom",
                List.of(HOLDER, TOWARD, PARTY, ISSUE, STANCE, STANDING),
                Schema.object("positions", Schema.list(Schemas.position())),
                query -> new PositionsView(store
                        .positions()
                        .find(new Positions.Choice(
                                query.find(HOLDER),
                                query.find(TOWARD),
                                query.find(PARTY),
                                query.find(ISSUE),
                                query.find(STANCE),
                                query.find(STANDING)))
                        .stream()
                        .map(PositionView::of)
                        .toList())));
    }
}
