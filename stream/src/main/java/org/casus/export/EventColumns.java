package org.casus.export;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** The columns of an event as a table: the fields of its JSON, flattened. */
public final class EventColumns {
    /** What a column holds, and what SQL calls that. */
    public enum Type {
        TEXT("VARCHAR"),
        TEXTS("VARCHAR[]"),
        WHOLE("INTEGER"),
        NUMBER("DOUBLE"),
        TRUTH("BOOLEAN"),
        DAY("DATE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** A row: an event and the article that tells it. */
    public record Row(Article article, Event event) {}

    /** A column with what it holds. */
    public record Typed(String name, Type type, Function<Row, @Nullable Object> value) {}

    /** As {@link CsvWriter} writes them. */
    static final List<Typed> ALL = Stream.of(
                    Stream.of(
                            text("id", row -> row.event().id()),
                            text("article_id", row -> row.article().id()),
                            text("file", row -> row.article().file()),
                            text("url", row -> row.article().url()),
                            text("title", row -> row.article().title()),
                            text("publisher", row -> row.article().publisher()),
                            day("published", row -> row.article().published()),
                            text("type", row -> row.event().type().name()),
                            text("mode", row -> row.event().mode()),
                            new Typed("contexts", Type.TEXTS, row -> row.event().contexts()),
                            text("cameo", row -> row.event().cameo().code()),
                            text("quad", row -> row.event().quad().label()),
                            number("goldstein", row -> row.event().cameo().goldstein())),
                    actor("source_", row -> row.event().source()),
                    actor("target_", row -> row.event().target()),
                    Stream.of(
                            truth("mutual", row -> row.event().mutual()),
                            text("status", row -> row.event().status().label()),
                            truth("background", row -> row.event().background()),
                            text("attribution", row -> row.event().attribution()),
                            text("date", row -> date(row, PartialDate::toString))),
                    Stream.of(
                            text("place_name", row -> place(row, Place::name)),
                            text("place_country", row -> place(row, Place::country)),
                            number("latitude", row -> place(row, Place::latitude)),
                            number("longitude", row -> place(row, Place::longitude)),
                            whole("geoname_id", row -> place(row, Place::geonameId)),
                            text("sentence", row -> row.event().evidence().sentence()),
                            text("trigger", row -> row.event().evidence().trigger()),
                            whole("start", row -> row.event().evidence().start()),
                            whole("end", row -> row.event().evidence().end()),
                            number("confidence", row -> row.event().confidence())))
            .flatMap(columns -> columns)
            .toList();

    /** The same with the first and the last day that a date may mean, for formats with a type for days. */
    public static final List<Typed> WITH_DAYS = ALL.stream()
            .flatMap(column -> column.name().equals("date")
                    ? Stream.of(
                            column,
                            day("date_start", row -> date(row, PartialDate::first)),
                            day("date_end", row -> date(row, PartialDate::last)))
                    : Stream.of(column))
            .toList();

    private EventColumns() {}

    private static Stream<Typed> actor(String prefix, Function<Row, @Nullable Actor> who) {
        return Stream.of(
                text(prefix + "text", of(who, Actor::text)),
                text(prefix + "name", of(who, Actor::name)),
                text(prefix + "country", of(who, Actor::country)),
                text(prefix + "sector", of(who, actor -> actor.sector().name())),
                text(prefix + "role", of(who, Actor::role)),
                text(prefix + "id", of(who, Actor::id)));
    }

    private static Function<Row, @Nullable String> of(
            Function<Row, @Nullable Actor> who, Function<Actor, @Nullable String> field) {
        return row -> {
            Actor actor = who.apply(row);
            return actor == null ? null : field.apply(actor);
        };
    }

    private static <T> @Nullable T place(Row row, Function<Place, @Nullable T> field) {
        Place place = row.event().place();
        return place == null ? null : field.apply(place);
    }

    private static <T> @Nullable T date(Row row, Function<PartialDate, T> field) {
        PartialDate date = row.event().date();
        return date == null ? null : field.apply(date);
    }

    private static Typed text(String name, Function<Row, @Nullable String> value) {
        return new Typed(name, Type.TEXT, row -> {
            String text = value.apply(row);
            return text == null ? null : CellText.valid(text);
        });
    }

    private static Typed whole(String name, Function<Row, @Nullable Integer> value) {
        return new Typed(name, Type.WHOLE, value::apply);
    }

    private static Typed number(String name, Function<Row, @Nullable Double> value) {
        return new Typed(name, Type.NUMBER, value::apply);
    }

    private static Typed truth(String name, Function<Row, Boolean> value) {
        return new Typed(name, Type.TRUTH, value::apply);
    }

    private static Typed day(String name, Function<Row, @Nullable LocalDate> value) {
        return new Typed(name, Type.DAY, value::apply);
    }
}
