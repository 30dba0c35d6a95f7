package org.casus.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** The columns of POLECAT; several values in a cell are parted by semicolons, and "None" stands where there is none. */
final class PolecatColumns {
    private final FormatContext context;
    private final CountryCodes countries = new CountryCodes();

    private PolecatColumns(FormatContext context) {
        this.context = context;
    }

    static TabWriter.Layout layout(FormatContext context) {
        return new TabWriter.Layout(new PolecatColumns(context).columns(), true, "None");
    }

    private List<Column<Deed>> columns() {
        return Stream.of(
                        Stream.of(
                                column("Event ID", Deed::id),
                                column("Event Date", Deed::day),
                                column("Event Type", Deed::type),
                                column("Event Mode", Deed::mode),
                                column(
                                        "Intensity",
                                        deed -> CellText.fixed(
                                                context.codebook().score(deed.type(), deed.mode()), 1)),
                                column("Quad Code", deed -> deed.quad().label().toUpperCase(Locale.ROOT)),
                                column(
                                        "Contexts",
                                        deed -> String.join(";", deed.event().contexts()))),
                        actor("Actor", Deed::source),
                        actor("Recipient", Deed::target),
                        Stream.of(
                                Column.text("Placename", where(Place::name)),
                                Column.text("City", where(place -> Places.isTown(place) ? place.name() : null)),
                                column("District", deed -> null),
                                Column.text(
                                        "Province",
                                        where(place -> place.kind() == Place.Kind.PROVINCE
                                                ? place.name()
                                                : countries.province(place))),
                                column("Country", where(Place::country)::apply),
                                column("Latitude", where(place -> CellText.trimmed(place.latitude(), 5))::apply),
                                column("Longitude", where(place -> CellText.trimmed(place.longitude(), 5))::apply),
                                column(
                                        "GeoNames ID",
                                        where(place -> place.geonameId() == null
                                                ? null
                                                : place.geonameId().toString())::apply),
                                column("Raw Placename", deed -> null),
                                column("Feature Type", where(Places::feature)::apply),
                                Column.<Deed>text(
                                        "Source", deed -> single(deed.article().publisher())),
                                column(
                                        "Publication Date",
                                        deed -> deed.article().published()),
                                column("Story People", deed -> null),
                                column("Story Organizations", deed -> null),
                                column("Story Locations", deed -> null),
                                Column.<Deed>text(
                                        "Language", deed -> deed.article().language()),
                                column("Version", deed -> "casus " + context.version())))
                .flatMap(columns -> columns)
                .toList();
    }

    private Stream<Column<Deed>> actor(String prefix, Function<Deed, @Nullable Actor> who) {
        return Stream.of(
                Column.text(prefix + " Name", of(who, actor -> single(actor.name()))),
                column(prefix + " Country", of(who, Actor::country)::apply),
                column(prefix + " COW", of(who, actor -> countries.cow(actor.country()))::apply),
                column(
                        "Primary " + prefix + " Sector",
                        of(who, actor -> actor.sector().name())::apply),
                column(prefix + " Sectors", of(who, actor -> actor.sector().name())::apply),
                Column.text(prefix + " Title", of(who, actor -> single(actor.role()))),
                Column.text(prefix + " Name Raw", of(who, actor -> single(actor.text()))),
                column("Wikipedia " + prefix + " ID", deed -> null));
    }

    private static Function<Deed, @Nullable String> of(
            Function<Deed, @Nullable Actor> who, Function<Actor, @Nullable String> field) {
        return deed -> {
            Actor actor = who.apply(deed);
            return actor == null ? null : field.apply(actor);
        };
    }

    private static Column<Deed> column(String name, Function<Deed, @Nullable Object> value) {
        return new Column<>(name, value);
    }

    private static @Nullable String single(@Nullable String text) {
        return text == null ? null : text.replace(';', ',');
    }

    private static Function<Deed, @Nullable String> where(Function<Place, @Nullable String> field) {
        return deed -> deed.place() == null ? null : field.apply(deed.place());
    }
}
