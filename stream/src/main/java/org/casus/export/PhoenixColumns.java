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

    private List<Column> columns() {
        return Stream.of(
                        Stream.of(
                                Column.of("EventID", deed -> deed.number() + "_" + context.version()),
                                Column.of("Date", deed -> String.format(Locale.ROOT, "%tY%<tm%<td", deed.day())),
                                Column.of("Year", deed -> deed.day().getYear()),
                                Column.of("Month", deed -> deed.day().getMonthValue()),
                                Column.of("Day", deed -> deed.day().getDayOfMonth())),
                        actor("Source", Deed::source),
                        actor("Target", Deed::target),
                        Stream.of(
                                Column.of("EventCode", deed -> deed.code().code()),
                                Column.of("EventRootCode", deed -> deed.code().root()),
                                Column.of(
                                        "PentaClass",
                                        deed -> penta(
                                                Integer.parseInt(deed.code().root()))),
                                Column.of(
                                        "GoldsteinScore",
                                        deed -> CellText.fixed(deed.code().goldstein(), 1)),
                                Column.of("Issues", deed -> issues(deed.event().contexts())),
                                Column.of("Lat", deed -> deed.where(place -> CellText.trimmed(place.latitude(), 5))),
                                Column.of("Lon", deed -> deed.where(place -> CellText.trimmed(place.longitude(), 5))),
                                Column.text("LocationName", deed -> deed.where(Place::name)),
                                Column.text("StateName", deed -> deed.where(countries::province)),
                                Column.of("CountryCode", deed -> deed.where(Place::country)),
                                Column.of(
                                        "SentenceID",
                                        deed -> deed.article().id() + "_"
                                                + deed.event().evidence().start()),
                                Column.text(
                                        "URLs",
                                        deed -> CellText.single(deed.article().url())),
                                Column.text(
                                        "NewsSources",
                                        deed -> CellText.single(deed.article().publisher()))))
                .flatMap(columns -> columns)
                .toList();
    }

    private Stream<Column> actor(String prefix, Function<Deed, @Nullable Actor> who) {
        return Stream.of(
                Column.of(
                        prefix + "ActorFull",
                        deed -> entity(who.apply(deed)) + role(who.apply(deed)) + attribute(who.apply(deed))),
                Column.of(prefix + "ActorEntity", deed -> entity(who.apply(deed))),
                Column.of(prefix + "ActorRole", deed -> role(who.apply(deed))),
                Column.of(prefix + "ActorAttribute", deed -> attribute(who.apply(deed))));
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
}
