package org.casus.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** A story that may still grow. */
final class OpenStory {
    /** A story's dated tellings lie within so many days: else a chain of near days would make a war one happening. */
    private static final int DATES_APART = 2;

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.report().published(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.report().article())
            .thenComparing(entry -> entry.report().event(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final String id;
    private final List<Entry> entries = new ArrayList<>();
    private final Span published = new Span();
    private final Span dates = new Span();
    private int compared;
    private @Nullable OpenStory mergedInto;

    private record Entry(Story.Report report, @Nullable Telling telling) {}

    /** The first and the last of some days. */
    private static final class Span {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void add(@Nullable LocalDate day) {
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
        }

        boolean admits(@Nullable LocalDate from, @Nullable LocalDate to, int days) {
            if (first == null || last == null || from == null || to == null) {
                return true;
            }
            LocalDate start = from.isBefore(first) ? from : first;
            LocalDate end = to.isAfter(last) ? to : last;
            return ChronoUnit.DAYS.between(start, end) <= days;
        }
    }

    OpenStory(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The story that this one is part of by now. */
    OpenStory root() {
        OpenStory story = this;
        while (story.mergedInto != null) {
            story = story.mergedInto;
        }
        return story;
    }

    boolean admits(LocalDate day, @Nullable Telling telling) {
        LocalDate date = telling == null ? null : day(telling);
        return published.admits(day, day, Stories.WINDOW_DAYS) && dates.admits(date, date, DATES_APART);
    }

    boolean admits(OpenStory other) {
        return published.admits(other.published.first, other.published.last, Stories.WINDOW_DAYS)
                && dates.admits(other.dates.first, other.dates.last, DATES_APART);
    }

    void add(Story.Report report, @Nullable Telling telling) {
        entries.add(new Entry(report, telling));
        published.add(report.published());
        dates.add(telling == null ? null : day(telling));
    }

    void take(OpenStory other) {
        entries.addAll(other.entries);
        published.add(other.published.first);
        published.add(other.published.last);
        dates.add(other.dates.first);
        dates.add(other.dates.last);
        compared += other.compared;
        other.entries.clear();
        other.mergedInto = this;
    }

    /** True for the first few tellings of a story: those that come later are compared with them alone. */
    boolean isToCompare(int most) {
        return compared++ < most;
    }

    @Nullable
    LocalDate firstSeen() {
        return published.first;
    }

    boolean isOver(LocalDate before) {
        return published.last == null || published.last.isBefore(before);
    }

    private static @Nullable LocalDate day(Telling telling) {
        PartialDate date = telling.date();
        return date != null && date.isDay() ? date.first() : null;
    }

    Story toStory() {
        List<Entry> ordered = entries.stream().sorted(ORDER).toList();
        List<Telling> tellings =
                ordered.stream().map(Entry::telling).filter(Objects::nonNull).toList();
        Telling first = tellings.get(0);
        List<Story.Report> reports = ordered.stream().map(Entry::report).toList();
        return new Story(
                id,
                mostFrequent(tellings.stream().map(Telling::type).toList(), first.type()),
                first.source(),
                first.target(),
                mostFrequent(
                        tellings.stream()
                                .map(Telling::date)
                                .filter(date -> date != null && date.isDay())
                                .toList(),
                        first.date()),
                place(tellings),
                reports,
                (int) reports.stream().map(Story.Report::publisher).distinct().count(),
                published.first,
                published.last);
    }

    private static @Nullable Place place(List<Telling> tellings) {
        List<Place> places =
                tellings.stream().map(Telling::place).filter(Objects::nonNull).toList();
        return places.stream()
                .filter(place -> place.kind().compareTo(Place.Kind.TOWN) <= 0)
                .findFirst()
                .orElse(places.isEmpty() ? null : places.get(0));
    }

    /** The first of those that stand most often. */
    private static <V> @Nullable V mostFrequent(List<V> values, @Nullable V otherwise) {
        Map<V, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        V best = otherwise;
        int most = 0;
        for (V value : values) {
            if (counts.get(value) > most) {
                most = counts.get(value);
                best = value;
            }
        }
        return best;
    }
}
