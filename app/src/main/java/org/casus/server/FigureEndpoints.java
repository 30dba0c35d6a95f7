package org.casus.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.CoderVersion;
import org.casus.samples.Samples;
import org.casus.store.Bucket;
import org.casus.store.EventFilter;
import org.casus.store.EventFilter.Side;
import org.casus.store.Figures;
import org.casus.store.Party;
import org.casus.store.Positions;
import org.casus.store.Series;
import org.casus.store.Store;
import org.casus.store.Tally;
import org.casus.store.Timeline;
import org.jspecify.annotations.Nullable;

/** Events in numbers: over time, between whom, where, by whom. */
final class FigureEndpoints {
    private static final Map<String, Figures.DyadSort> DYAD_SORTS = new LinkedHashMap<>();

    static {
        DYAD_SORTS.put("-events", Figures.DyadSort.EVENTS);
        DYAD_SORTS.put("-conflict", Figures.DyadSort.CONFLICT);
        DYAD_SORTS.put("-cooperation", Figures.DyadSort.COOPERATION);
        DYAD_SORTS.put("goldstein", Figures.DyadSort.WORST);
        DYAD_SORTS.put("-goldstein", Figures.DyadSort.BEST);
    }

    private static final Parameter<Bucket> BY = Parameter.query(
            "by",
            "The steps; without it some that suit the time that the events span.",
            "month",
            Form.choice(Arrays.asList(Bucket.values()), FigureEndpoints::lower));
    private static final Parameter<Series> SERIES = Parameter.query(
                    "series",
                    "By what events are counted apart.",
                    "type",
                    Form.choice(Arrays.asList(Series.values()), FigureEndpoints::lower))
            .orElse(Series.QUAD);
    private static final Parameter<Figures.DyadSort> SORT = Parameter.query(
                    "sort", "The order.", "-conflict", Form.choice(DYAD_SORTS.keySet(), String::valueOf))
            .map(DYAD_SORTS::get)
            .orElse(Figures.DyadSort.EVENTS);
    private static final Parameter<Figures.Level> LEVEL = Parameter.query(
                    "level",
                    "How finely sides are told apart: by party, by its sectors, or every actor.",
                    "sector",
                    Form.choice(Arrays.asList(Figures.Level.values()), FigureEndpoints::lower))
            .orElse(Figures.Level.PARTY);
    private static final Parameter<String> WORDS =
            Parameter.query("q", "Text in the name, letter case ignored.", "lith", Form.text(1, 100));
    private static final Parameter<String> A = Parameter.path("a", "A party's id.", "eu", Form.text(1, 200));
    private static final Parameter<String> B = Parameter.path("b", "Another party's id.", "BLR", Form.text(1, 200));

    private final Store store;
    private final Answers answers;
    private final CoderVersion coder;

    FigureEndpoints(Store store, Answers answers, CoderVersion coder) {
        this.store = store;
        this.answers = answers;
        this.coder = coder;
    }

    private record SummaryView(
            long articles,
            long events,
            long publishers,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String version,
            String coder,
            @Nullable Instant newest,
            int samples,
            boolean readOnly) {}

    private record CountsView(
            String by,
            String series,
            List<String> buckets,
            Map<String, List<Long>> counts,
            List<@Nullable Double> goldstein,
            long coarser,
            long undated) {}

    private record DyadView(
            Party source,
            @Nullable Party target,
            long events,
            long cooperation,
            long conflict,
            List<Long> quads,
            double goldstein,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private record DyadsView(List<DyadView> dyads) {}

    private record Direction(List<Long> events, List<@Nullable Double> goldstein) {}

    private record PairView(
            Party a,
            Party b,
            String by,
            List<String> buckets,
            Direction ab,
            Direction ba,
            List<@Nullable Double> balance,
            long coarser,
            long undated,
            List<PositionEndpoints.PositionView> positions) {}

    private record PartyView(
            String id,
            String name,
            @Nullable String country,
            @Nullable String sector,
            long events) {
        static PartyView of(Party party, long events) {
            return new PartyView(party.id(), party.name(), party.country(), party.sector(), events);
        }
    }

    private record EdgeView(String a, String b, long events, long cooperation, long conflict, double goldstein) {}

    private record NetworkView(List<PartyView> nodes, List<EdgeView> edges) {}

    private record PlaceView(
            String name, @Nullable String country, double latitude, double longitude, long events, List<Long> quads) {}

    private record MapView(List<PlaceView> places, long unplaced) {}

    private record ActorsView(List<Figures.ActiveActor> actors) {}

    private record PartiesView(List<PartyView> parties) {}

    private record PublishersView(List<Figures.Publisher> publishers) {}

    List<Endpoint> all() {
        Schema means = Schema.list(Schemas.SCORE.orNull());
        Schema direction = Schema.object("events", Schema.list(Schemas.COUNT), "goldstein", means);
        Schema labels = Schema.list(Schema.text()).with("description", "ISO 8601, without gaps");
        return List.of(
                answers.endpoint(
                        "/api/summary",
                        "figures",
                        "What the store holds",
                        List.of(),
                        Schema.object(
                                "articles", Schemas.COUNT,
                                "events", Schemas.COUNT,
                                "publishers", Schemas.COUNT,
                                "first", Schemas.DAY.orNull(),
                                "last", Schemas.DAY.orNull(),
                                "version", Schema.text(),
                                "coder", Schema.text(),
                                "newest",
                                        Schema.text()
                                                .with("format", "date-time")
                                                .orNull(),
                                "samples", Schemas.COUNT,
                                "readOnly", Schema.truth()),
                        query -> summary()),
                answers.endpoint(
                        "/api/counts",
                        "figures",
                        "Events over time",
                        Filters.and(BY, SERIES),
                        Schema.object(
                                "by",
                                steps(),
                                "series",
                                Schema.text(),
                                "buckets",
                                labels,
                                "counts",
                                Schema.map(Schema.list(Schemas.COUNT)),
                                "goldstein",
                                means,
                                "coarser",
                                Schemas.COUNT,
                                "undated",
                                Schemas.COUNT),
                        this::counts),
                answers.endpoint(
                        "/api/dyads",
                        "figures",
                        "Who did most to whom",
                        Filters.and(limit(20, 500), SORT, LEVEL),
                        Schema.object(
                                "dyads",
                                Schema.list(Schema.object(
                                        "source", Schema.ref("Party"),
                                        "target", Schema.ref("Party").orNull(),
                                        "events", Schemas.COUNT,
                                        "cooperation", Schemas.COUNT,
                                        "conflict", Schemas.COUNT,
                                        "quads", Schemas.QUADS,
                                        "goldstein", Schemas.SCORE,
                                        "first", Schemas.DAY.orNull(),
                                        "last", Schemas.DAY.orNull()))),
                        this::dyads),
                answers.endpoint(
                        "/api/dyads/{a}/{b}",
                        "figures",
                        "Two parties over time, each direction by itself",
                        Filters.and(A, B, BY),
                        Schema.object(
                                "a",
                                Schema.ref("Party"),
                                "b",
                                Schema.ref("Party"),
                                "by",
                                steps(),
                                "buckets",
                                labels,
                                "ab",
                                direction,
                                "ba",
                                direction,
                                "balance",
                                means,
                                "coarser",
                                Schemas.COUNT,
                                "undated",
                                Schemas.COUNT,
                                "positions",
                                Schema.list(Schemas.position())),
                        this::pair),
                answers.endpoint(
                        "/api/network",
                        "figures",
                        "Who has most to do with whom, whoever did it",
                        Filters.and(limit(60, 1_000)),
                        Schema.object(
                                "nodes", Schema.list(Schemas.partyAnd("events", Schemas.COUNT)),
                                "edges",
                                        Schema.list(Schema.object(
                                                "a", Schema.text(),
                                                "b", Schema.text(),
                                                "events", Schemas.COUNT,
                                                "cooperation", Schemas.COUNT,
                                                "conflict", Schemas.COUNT,
                                                "goldstein", Schemas.SCORE))),
                        this::network),
                answers.endpoint(
                        "/api/map",
                        "figures",
                        "Where it happened",
                        Filters.and(limit(2_000, 5_000)),
                        Schema.object(
                                "places",
                                Schema.list(Schema.object(
                                        "name", Schema.text(),
                                        "country", Schema.text().orNull(),
                                        "latitude", Schema.number(),
                                        "longitude", Schema.number(),
                                        "events", Schemas.COUNT,
                                        "quads", Schemas.QUADS)),
                                "unplaced",
                                Schemas.COUNT),
                        this::map),
                answers.endpoint(
                        "/api/actors",
                        "figures",
                        "Actors, the most active first",
                        List.of(WORDS, limit(20, 500)),
                        Schema.object(
                                "actors",
                                Schema.list(Schema.object(
                                        "id", Schema.text().orNull(),
                                        "party", Schema.text(),
                                        "name", Schema.text().orNull(),
                                        "country", Schema.text().orNull(),
                                        "sector", Schemas.SECTOR,
                                        "role", Schema.text().orNull(),
                                        "events", Schemas.COUNT))),
                        query -> new ActorsView(
                                store.figures().activeActors(query.find(WORDS), query.get(limit(20, 500))))),
                answers.endpoint(
                        "/api/parties",
                        "figures",
                        "Parties, the most active first",
                        List.of(WORDS, limit(20, 500)),
                        Schema.object("parties", Schema.list(Schemas.partyAnd("events", Schemas.COUNT))),
                        query ->
                                new PartiesView(store
                                        .figures()
                                        .activeParties(EventFilter.ALL, query.find(WORDS), query.get(limit(20, 500)))
                                        .stream()
                                        .map(active -> PartyView.of(active.party(), active.events()))
                                        .toList())),
                answers.endpoint(
                        "/api/publishers",
                        "figures",
                        "Publishers, those with most articles first",
                        List.of(limit(200, 1_000)),
                        Schema.object(
                                "publishers",
                                Schema.list(Schema.object(
                                        "name", Schema.text(),
                                        "articles", Schemas.COUNT,
                                        "events", Schemas.COUNT))),
                        query -> new PublishersView(store.figures().publishers(query.get(limit(200, 1_000))))));
    }

    private static Parameter<Integer> limit(int usual, int most) {
        return Parameter.query("limit", "How many at most.", "10", Form.whole(1, most))
                .orElse(usual);
    }

    private static Schema steps() {
        return Schema.choice(
                Arrays.stream(Bucket.values()).map(FigureEndpoints::lower).toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Object summary() {
        Figures.Summary summary = store.figures().summary();
        return new SummaryView(
                summary.articles(),
                summary.events(),
                summary.publishers(),
                summary.first(),
                summary.last(),
                coder.program(),
                coder.digits(),
                summary.newest(),
                Samples.count(),
                store.isReadOnly());
    }

    private Timeline timeline(EventFilter filter, @Nullable Bucket by, Series series) {
        try {
            return store.figures().timeline(filter, by, series);
        } catch (IllegalArgumentException tooMany) {
            throw HttpProblem.parameter("by", String.valueOf(tooMany.getMessage()))
                    .exception();
        }
    }

    private Object counts(Query query) {
        Timeline line = timeline(Filters.of(query), query.find(BY), query.get(SERIES));
        return new CountsView(
                lower(line.by()),
                lower(line.series()),
                line.buckets(),
                line.counts(),
                line.goldstein(),
                line.coarser(),
                line.undated());
    }

    private Object dyads(Query query) {
        return new DyadsView(
                store
                        .figures()
                        .dyads(Filters.ofDeeds(query), query.get(LEVEL), query.get(SORT), query.get(limit(20, 500)))
                        .stream()
                        .map(FigureEndpoints::view)
                        .toList());
    }

    private static DyadView view(Figures.Dyad dyad) {
        Tally tally = dyad.tally();
        return new DyadView(
                dyad.source(),
                dyad.target(),
                tally.events(),
                tally.cooperation(),
                tally.conflict(),
                tally.quads(),
                rounded(tally.goldstein()),
                tally.first(),
                tally.last());
    }

    private Object pair(Query query) {
        String a = query.get(A);
        String b = query.get(B);
        EventFilter both = Filters.ofDeeds(query).between(a, b);
        Timeline line = timeline(both, query.find(BY), Series.NONE);
        return new PairView(
                store.figures().party(a),
                store.figures().party(b),
                lower(line.by()),
                line.buckets(),
                direction(both.actor(Side.SOURCE, List.of(a)), line),
                direction(both.actor(Side.SOURCE, List.of(b)), line),
                line.goldstein(),
                line.coarser(),
                line.undated(),
                positions(a, b));
    }

    private List<PositionEndpoints.PositionView> positions(String a, String b) {
        return store.positions().find(Positions.Choice.of(a)).stream()
                .filter(position -> new HashSet<>(List.of(
                                position.holder().id(), position.toward().id()))
                        .equals(new HashSet<>(List.of(a, b))))
                .map(PositionEndpoints.PositionView::of)
                .toList();
    }

    /** One direction on the steps of both. */
    private Direction direction(EventFilter filter, Timeline both) {
        Timeline one = timeline(filter, both.by(), Series.NONE);
        List<Long> events = new ArrayList<>(Collections.nCopies(both.buckets().size(), 0L));
        List<@Nullable Double> means =
                new ArrayList<>(Collections.nCopies(both.buckets().size(), null));
        List<Long> counted = one.counts().values().stream().findFirst().orElse(List.of());
        int offset = one.buckets().isEmpty()
                ? 0
                : both.buckets().indexOf(one.buckets().get(0));
        for (int i = 0; i < counted.size(); i++) {
            events.set(offset + i, counted.get(i));
            means.set(offset + i, one.goldstein().get(i));
        }
        return new Direction(events, means);
    }

    private Object network(Query query) {
        EventFilter filter = Filters.ofDeeds(query);
        List<Figures.Tie> ties = store.figures().ties(filter, query.get(limit(60, 1_000)));
        Map<String, PartyView> nodes = new LinkedHashMap<>();
        List<EdgeView> edges = new ArrayList<>();
        for (Figures.Tie tie : ties) {
            Tally tally = tie.tally();
            for (Party party : List.of(tie.a(), tie.b())) {
                nodes.merge(
                        party.id(),
                        PartyView.of(party, tally.events()),
                        (one, more) -> PartyView.of(party, one.events() + more.events()));
            }
            edges.add(new EdgeView(
                    tie.a().id(),
                    tie.b().id(),
                    tally.events(),
                    tally.cooperation(),
                    tally.conflict(),
                    rounded(tally.goldstein())));
        }
        return new NetworkView(List.copyOf(nodes.values()), edges);
    }

    private Object map(Query query) {
        Figures.Spots spots = store.figures().spots(Filters.of(query), query.get(limit(2_000, 5_000)));
        return new MapView(
                spots.places().stream()
                        .map(spot -> new PlaceView(
                                spot.name(),
                                spot.country(),
                                spot.latitude(),
                                spot.longitude(),
                                spot.tally().events(),
                                spot.tally().quads()))
                        .toList(),
                spots.unplaced());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
