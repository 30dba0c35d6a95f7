package org.casus.server;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.casus.store.Source;
import org.casus.store.SourceState;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;

/** What the store follows. */
final class SourceEndpoints {
    private static final List<String> KINDS = List.of("feed", "sitemap", "folder");
    private static final List<String> STATES = List.of("new", "ok", "failing");

    private final Store store;
    private final Answers answers;
    private final boolean follows;

    /** @param follows true where this process looks at the sources */
    SourceEndpoints(Store store, Answers answers, boolean follows) {
        this.store = store;
        this.answers = answers;
        this.follows = follows;
    }

    private record SourceView(
            String id,
            String address,
            String kind,
            @Nullable String title,
            @Nullable String publisher,
            String state,
            @Nullable Instant lastFetch,
            Instant nextFetch,
            long added,
            long articles,
            long waiting,
            long foreign,
            long failed,
            @Nullable String error,
            int failures) {
        static SourceView of(Sources.Line line) {
            SourceState state = line.state();
            Source source = state.source();
            String how = state.lastFetch() == null ? "new" : state.failures() > 0 ? "failing" : "ok";
            return new SourceView(
                    source.id(),
                    source.address(),
                    source.kind().name().toLowerCase(Locale.ROOT),
                    state.title(),
                    source.publisher(),
                    how,
                    state.lastFetch(),
                    state.nextFetch(),
                    state.added(),
                    state.articles(),
                    line.waiting(),
                    line.foreign(),
                    line.failed(),
                    state.error(),
                    state.failures());
        }
    }

    private record SourcesView(boolean follows, List<SourceView> sources) {}

    List<Endpoint> all() {
        Schema moment = Schema.text().with("format", "date-time");
        return List.of(Endpoint.get(
                "/api/sources",
                "sources",
                "Feeds, sitemaps and folders that the store follows",
                List.of(),
                Endpoint.Reply.json(
                        "\"follows\" tells whether this process looks at them, as casus watch --port does",
                        Schema.object(
                                "follows",
                                Schema.truth(),
                                "sources",
                                Schema.list(Schema.object(
                                        "id",
                                        Schema.text(),
                                        "address",
                                        Schema.text(),
                                        "kind",
                                        Schema.choice(KINDS),
                                        "title",
                                        Schema.text().orNull().with("description", "what it calls itself"),
                                        "publisher",
                                        Schema.text().orNull().with("description", "as given with --publisher"),
                                        "state",
                                        Schema.choice(STATES),
                                        "lastFetch",
                                        moment.orNull(),
                                        "nextFetch",
                                        moment,
                                        "added",
                                        Schemas.COUNT.with("description", "new items of the last look"),
                                        "articles",
                                        Schemas.COUNT.with("description", "new articles in all"),
                                        "waiting",
                                        Schemas.COUNT.with("description", "items still to be read"),
                                        "foreign",
                                        Schemas.COUNT.with("description", "items in other languages than English"),
                                        "failed",
                                        Schemas.COUNT.with("description", "items given up"),
                                        "error",
                                        Schema.text()
                                                .orNull()
                                                .with(
                                                        "description",
                                                        "why the last look failed, or what was odd about it"),
                                        "failures",
                                        Schemas.COUNT.with("description", "failed looks in a row"))))),
                call -> call.answer(answers.to("/api/sources " + store.sourceChanges(), this::sources))));
    }

    private Object sources() {
        return new SourcesView(
                follows, store.sources().all().stream().map(SourceView::of).toList());
    }
}
