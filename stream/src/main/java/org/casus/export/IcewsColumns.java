package org.casus.export;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.jspecify.annotations.Nullable;

/** The columns of ICEWS as its Dataverse has them: sectors and countries are names. */
final class IcewsColumns {
    /** ICEWS's sectors, broad and narrow as it lists them, by PLOVER's. */
    private static final Map<Sector, String> SECTORS = Map.ofEntries(
            entry(Sector.GOV, "Government"),
            entry(Sector.MIL, "Military,Government"),
            entry(Sector.LEG, "Legislative / Parliamentary,Government"),
            entry(Sector.JUD, "Judicial,Government"),
            entry(Sector.COP, "Police,Government"),
            entry(Sector.SPY, "Intelligence,Government"),
            entry(Sector.PTY, "Parties"),
            entry(Sector.OPP, "Opposition,Dissident"),
            entry(Sector.REB, "Rebel,Dissident"),
            entry(Sector.PRM, "Paramilitary,Unidentified Forces"),
            entry(Sector.UAF, "Unidentified Forces"),
            entry(Sector.CRM, "Criminals / Gangs"),
            entry(Sector.CVL, "General Population / Civilian / Social"),
            entry(Sector.SOC, "Civic Group,Social"),
            entry(Sector.JRN, "News,Media"),
            entry(Sector.MED, "Medical / Health,Social"),
            entry(Sector.BUS, "Business"),
            entry(Sector.LAB, "Labor,Social"),
            entry(Sector.AGR, "Agricultural,Business"),
            entry(Sector.EDU, "Education,Social"),
            entry(Sector.REL, "Religious"),
            entry(Sector.REF, "Refugees / Displaced,Social"),
            entry(Sector.ELI, "Elite"),
            entry(Sector.PRE, ""),
            entry(Sector.UNK, ""),
            entry(Sector.IGO, "International Government Organization"),
            entry(Sector.NGO, "Nongovernmental Organization (International)"),
            entry(Sector.MNC, "Multinational Corporation,Business"));

    private final CountryCodes countries = new CountryCodes();

    private IcewsColumns() {}

    static TabWriter.Layout layout() {
        return new TabWriter.Layout(new IcewsColumns().columns(), true, "");
    }

    private List<Column> columns() {
        return List.of(
                Column.of("Event ID", Deed::number),
                Column.of("Event Date", Deed::day),
                Column.text("Source Name", deed -> name(deed.source())),
                Column.of("Source Sectors", deed -> sectors(deed.source())),
                Column.of("Source Country", deed -> countries.name(deed.source().country())),
                Column.of("Event Text", deed -> deed.code().name()),
                Column.of("CAMEO Code", deed -> deed.code().code()),
                Column.of("Intensity", deed -> CellText.fixed(deed.code().goldstein(), 1)),
                Column.text("Target Name", deed -> name(deed.target())),
                Column.of("Target Sectors", deed -> sectors(deed.target())),
                Column.of(
                        "Target Country",
                        deed -> deed.target() == null
                                ? null
                                : countries.name(deed.target().country())),
                Column.of(
                        "Story ID",
                        deed -> Long.parseUnsignedLong(deed.article().id(), 16) & Long.MAX_VALUE),
                Column.of("Sentence Number", deed -> null),
                Column.text("Publisher", deed -> deed.article().publisher()),
                Column.text("City", deed -> deed.where(place -> Places.isTown(place) ? place.name() : null)),
                Column.of("District", deed -> null),
                Column.text("Province", deed -> deed.where(countries::province)),
                Column.of("Country", deed -> deed.where(place -> countries.name(place.country()))),
                Column.of("Latitude", deed -> deed.where(place -> CellText.trimmed(place.latitude(), 4))),
                Column.of("Longitude", deed -> deed.where(place -> CellText.trimmed(place.longitude(), 4))));
    }

    private static @Nullable String name(@Nullable Actor actor) {
        return actor == null ? null : actor.name() != null ? actor.name() : actor.text();
    }

    private static @Nullable String sectors(@Nullable Actor actor) {
        return actor == null ? null : SECTORS.get(actor.sector());
    }
}
