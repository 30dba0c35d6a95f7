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

    private List<Column> columns() {
        return Stream.of(
                        Stream.of(
                                Column.of("Event ID", Deed::id),
                                Column.of("Event Date", Deed::day),
                                Column.of("Event Type", Deed::type),
                                Column.of("Event Mode", Deed::mode),
                                Column.of(
                                        "Intensity",
                                        deed -> CellText.fixed(
                                                context.codebook().score(deed.type(), deed.mode()), 1)),
                                Column.of(
                                        "Quad Code", deed -> deed.quad().label().toUpperCase(Locale.ROOT)),
                                Column.of(
                                        "Contexts",
                                        deed -> String.join(";", deed.event().contexts()))),
                        actor("Actor", Deed::source),
                        actor("Recipient", Deed::target),
                        Stream.of(
                                Column.text("Placename", deed -> deed.where(Place::name)),
                                Column.text(
                                        "City",
                                        deed -> deed.where(place -> Places.isTown(place) ? place.name() : null)),
                                Column.of("District", deed -> null),
                                Column.text("Province", deed -> deed.where(countries::province)),
                                Column.of("Country", deed -> deed.where(Place::country)),
                                Column.of(
                                        "Latitude", deed -> deed.where(place -> CellText.trimmed(place.latitude(), 5))),
                                Column.of(
                                        "Longitude",
                                        deed -> deed.where(place -> CellText.trimmed(place.longitude(), 5))),
                                Column.of(
                                        "GeoNames ID",
                                        deed -> deed.where(place -> place.geonameId() == null
                                                ? null
                                                : place.geonameId().toString())),
                                Column.of("Raw Placename", deed -> null),
                                Column.of("Feature Type", deed -> deed.where(Places::feature)),
                                Column.text(
                                        "Source",
                                        deed -> CellText.single(deed.article().publisher())),
                                Column.of(
                                        "Publication Date",
                                        deed -> deed.article().published()),
                                Column.of("Story People", deed -> null),
                                Column.of("Story Organizations", deed -> null),
                                Column.of("Story Locations", deed -> null),
                                Column.text("Language", deed -> deed.article().language()),
                                Column.of("Version", deed -> "casus " + context.version())))
                .flatMap(columns -> columns)
                .toList();
    }

    private Stream<Column> actor(String prefix, Function<Deed, @Nullable Actor> who) {
        return Stream.of(
                Column.text(prefix + " Name", of(who, actor -> CellText.single(actor.name()))),
                Column.of(prefix + " Country", of(who, Actor::country)::apply),
                Column.of(prefix + " COW", of(who, actor -> countries.cow(actor.country()))::apply),
                Column.of(
                        "Primary " + prefix + " Sector",
                        of(who, actor -> actor.sector().name())::apply),
                Column.of(prefix + " Sectors", of(who, actor -> actor.sector().name())::apply),
                Column.text(prefix + " Title", of(who, actor -> CellText.single(actor.role()))),
                Column.text(prefix + " Name Raw", of(who, actor -> CellText.single(actor.text()))),
                Column.of("Wikipedia " + prefix + " ID", deed -> null));
    }

    private static Function<Deed, @Nullable String> of(
            Function<Deed, @Nullable Actor> who, Function<Actor, @Nullable String> field) {
        return deed -> {
            Actor actor = who.apply(deed);
            return actor == null ? null : field.apply(actor);
        };
    }
}
