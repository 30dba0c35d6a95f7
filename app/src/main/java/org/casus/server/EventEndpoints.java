package org.casus.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casus.store.BusyException;
import org.casus.store.Cursor;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Events;
import org.casus.store.Store;
import org.casus.store.StoredEvent;
import org.casus.store.StoryReports;
import org.jspecify.annotations.Nullable;

/** Events one by one: pages of them, one by its id, and new ones as they come. */
final class EventEndpoints {
    static final Parameter<String> ID =
            Parameter.path("id", "An event's id.", "", Form.pattern("16 hexadecimal digits", "[0-9a-f]{16}"));
    private static final Parameter<EventSort> SORT = Parameter.query(
                    "sort",
                    "The order; a minus turns it round. Equal ones come in the order of coding.",
                    "-date",
                    Form.choice(Arrays.asList(EventSort.values()), EventSort::label))
            .orElse(EventSort.NEWEST);
    private static final Parameter<Integer> LIMIT = Parameter.query(
                    "limit", "How many at most.", "10", Form.whole(1, 500))
            .orElse(50);
    private static final Parameter<Boolean> STORIES = Parameter.query(
                    "stories", "Also tell how widely each event's happening was reported.", "true", Form.truth())
            .orElse(false);
    private static final Parameter<String> STORY =
            Parameter.path("id", "A story's id.", "", Form.pattern("16 hexadecimal digits", "[0-9a-f]{16}"));
    private static final Parameter<String> CURSOR = Parameter.query(
            "cursor", "\"next\" of the page before, with the same filters and sort.", "", Form.text(1, 1_000));

    private final Store store;
    private final Answers answers;
    private final EventStream stream;
    private final LongAnswers streams;

    EventEndpoints(Store store, Answers answers, EventStream stream, LongAnswers streams) {
        this.store = store;
        this.answers = answers;
        this.stream = stream;
        this.streams = streams;
    }

    /** @param stories how widely each event's happening was reported, by the event's id; null where nobody asked */
    private record PageView(
            List<StoredEvent> events,
            @Nullable String next,
            @Nullable Map<String, StoryReports.Width> stories) {}

    private record StoryView(StoryReports.Width story, List<StoredEvent> reports) {}

    private record CountView(long events) {}

    List<Endpoint> all() {
        return List.of(
                answers.endpoint(
                        "/api/events",
                        "events",
                        "Events, a page at a time",
                        Filters.and(SORT, LIMIT, CURSOR, STORIES),
                        Schema.object(
                                "events", Schema.list(Schema.ref("Event")),
                                "next", Schema.text().orNull().with("description", "cursor of the next page"),
                                "stories", Schema.map(Schemas.story()).orNull()),
                        this::page),
                answers.endpoint(
                        "/api/events/count",
                        "events",
                        "How many events there are",
                        Filters.and(),
                        Schema.object("events", Schemas.COUNT),
                        query -> new CountView(store.events().count(Filters.of(query)))),
                answers.endpoint(
                        "/api/events/{id}",
                        "events",
                        "One event",
                        List.of(ID),
                        Schema.ref("Event"),
                        query -> store.events()
                                .find(query.get(ID))
                                .orElseThrow(() -> HttpProblem.of(404, "no event has this id")
                                        .exception())),
                answers.endpoint(
                        "/api/stories/{id}",
                        "events",
                        "A happening with its reports, the first first (1,000 at most)",
                        List.of(STORY),
                        Schema.object("story", Schemas.story(), "reports", Schema.list(Schema.ref("Event"))),
                        query -> store.stories()
                                .find(query.get(STORY))
                                .map(found -> new StoryView(found.width(), found.reports()))
                                .orElseThrow(() -> HttpProblem.of(404, "no story has this id")
                                        .exception())),
                new Endpoint(
                        "GET",
                        "/api/stream",
                        "events",
                        "New events as they are kept, as server-sent events; Last-Event-ID goes on from there",
                        Filters.and(),
                        List.of(),
                        List.of(new Endpoint.Reply(
                                200,
                                "messages: event \"event\", id, data: an event",
                                "text/event-stream",
                                Schema.text())),
                        this::follow));
    }

    private Object page(Query query) {
        EventSort sort = query.get(SORT);
        Events.Page page =
                store.events().page(Filters.of(query), sort, cursor(query.find(CURSOR), sort), query.get(LIMIT));
        return new PageView(
                page.events(),
                page.next() == null ? null : page.next().encode(),
                query.get(STORIES) ? store.stories().widths(page.events()) : null);
    }

    private static @Nullable Cursor cursor(@Nullable String text, EventSort sort) {
        if (text == null) {
            return null;
        }
        try {
            Cursor cursor = Cursor.decode(text);
            if (cursor.sort() == sort) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw HttpProblem.parameter("cursor", "wrong cursor; take \"next\" of a page with the same sort, as it is")
                .exception();
    }

    private void follow(Call call) {
        EventFilter filter = Filters.of(call.query());
        Long last = lastEvent(call.context().header("Last-Event-ID"));
        call.context().contentType("text/event-stream; charset=utf-8");
        call.context().header("X-Accel-Buffering", "no");
        if (call.context().req().getMethod().equals("HEAD")) {
            return;
        }
        streams.answer(call.context(), out -> {
            long after = last == null ? stream.newest() : last;
            // the head at once, so that the reader knows that it is heard
            out.write(": casus\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                stream.send(filter, after, out);
            } catch (BusyException e) {
                // the reader comes again with its last id
                out.flush();
            }
        });
    }

    private static @Nullable Long lastEvent(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        if (!header.matches("\\d{1,18}")) {
            throw HttpProblem.of(400, "Last-Event-ID is the id of a message of this stream")
                    .exception();
        }
        return Long.valueOf(header);
    }
}
