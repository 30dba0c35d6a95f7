package org.casus.position;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts reports together to positions. The reports of one holder towards one party on one issue are read in the order of their days:
 * the first opens the position, later ones confirm it, one that says so or tells the contrary ends it, and the next opens it again.
 *
 * <pre>{@code
 * for (Position position : Standing.of(reports)) {
 *     System.out.println(position.sentence() + " since " + position.since());
 * }
 * }</pre>
 */
public final class Standing {
    private static final Comparator<PositionReport> BY_DAY = Comparator.comparing(PositionReport::day)
            .thenComparing(PositionReport::effect)
            .thenComparing(PositionReport::event)
            .thenComparing(PositionReport::stance);

    private static final Comparator<Position> FOR_READERS = Comparator.comparing(
                    (Position position) -> position.holder().name())
            .thenComparing(position -> position.holder().id())
            .thenComparing(Position::stance)
            .thenComparing(position -> position.toward().name())
            .thenComparing(position -> position.toward().id())
            .thenComparing(position -> issueId(position.issue()))
            .thenComparing(position -> position.reports().get(0), BY_DAY);

    private Standing() {}

    /** The positions, sorted by holder, stance, object, issue and beginning; the order of the reports makes no difference. */
    public static List<Position> of(Collection<PositionReport> reports) {
        Map<String, List<PositionReport>> matters = new TreeMap<>();
        for (PositionReport report : reports) {
            String matter = String.join(
                    "\t",
                    report.holder().id(),
                    report.stance().group().name(),
                    report.toward().id(),
                    issueId(report.issue()));
            matters.computeIfAbsent(matter, key -> new ArrayList<>()).add(report);
        }
        List<Position> positions = new ArrayList<>();
        for (List<PositionReport> matter : matters.values()) {
            matter.sort(BY_DAY);
            positions.addAll(spans(matter));
        }
        positions.sort(FOR_READERS);
        return List.copyOf(positions);
    }

    private static List<Position> spans(List<PositionReport> reports) {
        List<Span> spans = new ArrayList<>();
        for (PositionReport report : reports) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.end == null && last.stance().excludes(report.stance())) {
                if (report.effect() == Effect.ENDS) {
                    // the end of what the other reports deny was ever there says nothing new
                    continue;
                }
                last.end = report;
                last = null;
            }
            boolean told = last != null && last.stance() == report.stance();
            // an end that is told again is no new end
            if (last == null || !told || (last.end != null && report.effect() != Effect.ENDS)) {
                last = new Span();
                spans.add(last);
            }
            last.add(report);
        }
        return spans.stream().map(Span::position).toList();
    }

    private static String issueId(@Nullable Issue issue) {
        return issue == null ? "" : issue.id();
    }

    /** A position in the making. */
    private static final class Span {
        private final List<PositionReport> reports = new ArrayList<>();
        private @Nullable PositionReport end;

        Stance stance() {
            return reports.get(0).stance();
        }

        void add(PositionReport report) {
            reports.add(report);
            if (report.effect() == Effect.ENDS && end == null) {
                end = report;
            }
        }

        Position position() {
            PositionReport first = reports.get(0);
            LocalDate since = first.effect() == Effect.ENDS ? null : first.day();
            LocalDate last = reports.get(reports.size() - 1).day();
            return new Position(
                    first.holder(), first.stance(), first.toward(), first.issue(), since, last, reports, end);
        }
    }
}
