package org.casus.export;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** The columns of Phoenix, as the Open Event Data Alliance's phoenix_pipeline writes them. */
final class PhoenixColumns {
    /** What stands as a role; other codes are attributes. */
    private static final Set<String> ROLES =
            Set.of("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL");

    private final FormatContext context;
    private final CountryCodes countries = new CountryCodes();
    private final CameoActor.Coding actors = new CameoActor.Coding();

    private PhoenixColumns(FormatContext context) {
        this.context = context;
    }

    static TabWriter.Layout layout(FormatContext context) {
        return new TabWriter.Layout(new PhoenixColumns(context).columns(), false, "");
    }

    private List<Column<Deed>> columns() {
        return Stream.of(
                        Stream.of(
                                column("EventID", deed -> deed.number() + "_" + context.version()),
                                column("Date", deed -> String.format(Locale.ROOT, "%tY%<tm%<td", deed.day())),
                                column("Year", deed -> deed.day().getYear()),
                                column("Month", deed -> deed.day().getMonthValue()),
                                column("Day", deed -> deed.day().getDayOfMonth())),
                        actor("Source", Deed::source),
                        actor("Target", Deed::target),
                        Stream.of(
                                column("EventCode", deed -> deed.code().code()),
                                column("EventRootCode", deed -> deed.code().root()),
                                column(
                                        "PentaClass",
                                        deed -> penta(
                                                Integer.parseInt(deed.code().root()))),
                                column(
                                        "GoldsteinScore",
                                        deed -> CellText.fixed(deed.code().goldstein(), 1)),
                                column("Issues", deed -> issues(deed.event().contexts())),
                                column("Lat", where(place -> CellText.trimmed(place.latitude(), 5))::apply),
                                column("Lon", where(place -> CellText.trimmed(place.longitude(), 5))::apply),
                                Column.text("LocationName", where(Place::name)),
                                Column.text("StateName", where(countries::province)),
                                column("CountryCode", where(Place::country)::apply),
                                column(
                                        "SentenceID",
                                        deed -> deed.article().id() + "_"
                                                + deed.event().evidence().start()),
                                Column.<Deed>text(
                                        "URLs", deed -> single(deed.article().url())),
                                Column.<Deed>text(
                                        "NewsSources",
                                        deed -> single(deed.article().publisher()))))
                .flatMap(columns -> columns)
                .toList();
    }

    private static Column<Deed> column(String name, Function<Deed, @Nullable Object> value) {
        return new Column<>(name, value);
    }

    private Stream<Column<Deed>> actor(String prefix, Function<Deed, @Nullable Actor> who) {
        return Stream.of(
                column(
                        prefix + "ActorFull",
                        deed -> entity(who.apply(deed)) + role(who.apply(deed)) + attribute(who.apply(deed))),
                column(prefix + "ActorEntity", deed -> entity(who.apply(deed))),
                column(prefix + "ActorRole", deed -> role(who.apply(deed))),
                column(prefix + "ActorAttribute", deed -> attribute(who.apply(deed))));
    }

    private String entity(@Nullable Actor actor) {
        CameoActor coded = actors.of(actor);
        return coded.country() + coded.kind();
    }

    private String role(@Nullable Actor actor) {
        String role = agent(actor);
        return ROLES.contains(role) ? role : "";
    }

    private String attribute(@Nullable Actor actor) {
        CameoActor coded = actors.of(actor);
        String agent = agent(actor);
        return (ROLES.contains(agent) || agent.equals(coded.kind()) ? "" : agent) + coded.group();
    }

    /** CAMEO's role; Phoenix has parties. */
    private String agent(@Nullable Actor actor) {
        return actor != null && actor.sector() == Sector.PTY
                ? "PTY"
                : actors.of(actor).role();
    }

    /** 0 statements, 1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict. */
    private static int penta(int root) {
        if (root <= 2) {
            return 0;
        }
        if (root <= 8) {
            return root <= 5 ? 1 : 2;
        }
        return root <= 13 || root == 16 ? 3 : 4;
    }

    private static String issues(List<String> contexts) {
        return contexts.stream().map(context -> context + ",1").collect(Collectors.joining(";"));
    }

    /** Lists are parted by semicolons. */
    private static @Nullable String single(@Nullable String text) {
        return text == null ? null : text.replace(';', ',');
    }

    private static Function<Deed, @Nullable String> where(Function<Place, @Nullable String> field) {
        return deed -> deed.place() == null ? null : field.apply(deed.place());
    }
}
