package org.casus.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** A story that may still grow. */
final class OpenStory {
    /** A story's dated tellings lie within so many days: else a chain of near days would make a war one happening. */
    private static final int DATES_APART = 2;

    private static final Comparator<Story.Report> ORDER = Comparator.comparing(
                    Story.Report::published, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Story.Report::article)
            .thenComparing(Story.Report::event, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    private final String id;
    private final List<Entry> entries = new ArrayList<>();
    /** Reports of articles that tell the happening without an event of it, by article. */
    private final Map<String, Story.Report> told = new LinkedHashMap<>();

    /** Days of publication and days of happening of the events. */
    private final Span published = new Span();

    private final Span dates = new Span();
    private int compared;
    private @Nullable OpenStory mergedInto;

    private record Entry(Story.Report report, Telling telling) {}

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

    void add(Story.Report report, Telling telling) {
        entries.add(new Entry(report, telling));
        published.add(report.published());
        dates.add(day(telling));
    }

    /** Adds an article that tells the happening without an event of it. What else may join depends on events alone. */
    void tell(Story.Report report) {
        told.put(report.article(), report);
    }

    /** Takes back what {@link #tell} added: the article has found a story that it tells more clearly. */
    void untell(String article) {
        told.remove(article);
    }

    void take(OpenStory other) {
        entries.addAll(other.entries);
        told.putAll(other.told);
        published.add(other.published.first);
        published.add(other.published.last);
        dates.add(other.dates.first);
        dates.add(other.dates.last);
        compared += other.compared;
        other.entries.clear();
        other.told.clear();
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
        List<Telling> tellings = entries.stream()
                .sorted(Comparator.comparing(Entry::report, ORDER))
                .map(Entry::telling)
                .toList();
        Telling first = tellings.get(0);
        List<Story.Report> reports = reports();
        Span seen = new Span();
        reports.forEach(report -> seen.add(report.published()));
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
                seen.first,
                seen.last);
    }

    /** An article with an event of the happening needs no other report of it. */
    private List<Story.Report> reports() {
        List<Story.Report> reports =
                new ArrayList<>(entries.stream().map(Entry::report).toList());
        Set<String> articles = reports.stream().map(Story.Report::article).collect(Collectors.toSet());
        told.values().stream()
                .filter(report -> !articles.contains(report.article()))
                .forEach(reports::add);
        reports.sort(ORDER);
        return reports;
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
