package org.casus.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * The columns of GDELT's event export. Source: The GDELT Event Database Data Format Codebook, V1.03 (58 columns) and V2.0 (61, with ADM2
 * and the time of adding).
 */
final class GdeltColumns {
    /** Where a lead paragraph ends, in UTF-16 units: GDELT's root events are those of the lead. */
    private static final int LEAD = 350;

    /** Countries whose provinces GeoNames numbers otherwise than FIPS 10-4 did. */
    private static final Set<String> OTHER_PROVINCES = Set.of("FIN", "FRA", "MAR", "MDG", "MNE", "NOR", "PHL");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final boolean second;
    private final FormatContext context;
    private final CountryCodes countries = new CountryCodes();
    private final CameoActor.Coding actors = new CameoActor.Coding();

    private GdeltColumns(boolean second, FormatContext context) {
        this.second = second;
        this.context = context;
    }

    /** The 58 columns of version 1. */
    static TabWriter.Layout version1(FormatContext context) {
        return new GdeltColumns(false, context).layout();
    }

    /** The 61 columns of version 2. */
    static TabWriter.Layout version2(FormatContext context) {
        return new GdeltColumns(true, context).layout();
    }

    private TabWriter.Layout layout() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("GLOBALEVENTID", Deed::number));
        columns.add(Column.of("SQLDATE", deed -> DAY.format(deed.day())));
        columns.add(Column.of("MonthYear", deed -> DAY.format(deed.day()).substring(0, 6)));
        columns.add(Column.of("Year", deed -> DAY.format(deed.day()).substring(0, 4)));
        columns.add(Column.of("FractionDate", deed -> fraction(deed.day())));
        actor("Actor1", Deed::source).forEach(columns::add);
        actor("Actor2", Deed::target).forEach(columns::add);
        columns.add(Column.of("IsRootEvent", GdeltColumns::isRoot));
        columns.add(Column.of("EventCode", deed -> code(deed)));
        columns.add(Column.of("EventBaseCode", deed -> code(deed).substring(0, 3)));
        columns.add(Column.of("EventRootCode", deed -> deed.code().root()));
        columns.add(Column.of("QuadClass", deed -> quad(deed.code().root())));
        columns.add(
                Column.of("GoldsteinScale", deed -> CellText.trimmed(deed.code().goldstein(), 1)));
        columns.add(Column.of(
                "NumMentions", deed -> context.coverage().apply(deed.event()).mentions()));
        columns.add(Column.of(
                "NumSources", deed -> context.coverage().apply(deed.event()).sources()));
        columns.add(Column.of(
                "NumArticles", deed -> context.coverage().apply(deed.event()).articles()));
        columns.add(Column.of("AvgTone", deed -> null));
        // which places the actors are at is not coded
        geo("Actor1Geo", deed -> null).forEach(columns::add);
        geo("Actor2Geo", deed -> null).forEach(columns::add);
        geo("ActionGeo", Deed::place).forEach(columns::add);
        columns.add(Column.of("DATEADDED", this::added));
        columns.add(Column.text(
                "SOURCEURL",
                deed -> deed.article().url() == null
                        ? deed.article().file()
                        : deed.article().url()));
        return new TabWriter.Layout(List.copyOf(columns), false, "");
    }

    private Stream<Column> actor(String prefix, Function<Deed, @Nullable Actor> who) {
        Function<Deed, CameoActor> coded = deed -> actors.of(who.apply(deed));
        return Stream.of(
                Column.of(prefix + "Code", deed -> coded.apply(deed).code()),
                Column.text(prefix + "Name", deed -> coded.apply(deed).name().toUpperCase(Locale.ROOT)),
                Column.of(prefix + "CountryCode", deed -> coded.apply(deed).country()),
                Column.of(prefix + "KnownGroupCode", deed -> coded.apply(deed).group()),
                Column.of(prefix + "EthnicCode", deed -> null),
                Column.of(prefix + "Religion1Code", deed -> null),
                Column.of(prefix + "Religion2Code", deed -> null),
                Column.of(prefix + "Type1Code", deed -> mainType(coded.apply(deed))),
                Column.of(prefix + "Type2Code", deed -> secondType(coded.apply(deed))),
                Column.of(prefix + "Type3Code", deed -> null));
    }

    private static String mainType(CameoActor actor) {
        return actor.kind().isEmpty() ? actor.role() : actor.kind();
    }

    /** The role of an international actor, if it has one besides. */
    private static String secondType(CameoActor actor) {
        return actor.kind().isEmpty() || actor.kind().equals(actor.role()) ? "" : actor.role();
    }

    private Stream<Column> geo(String prefix, Function<Deed, @Nullable Place> where) {
        Stream<Column> region = second ? Stream.of(Column.of(prefix + "_ADM2Code", deed -> null)) : Stream.of();
        return Stream.of(
                        Stream.of(
                                geo(prefix + "_Type", where, GdeltColumns::kind, "0"),
                                Column.text(prefix + "_FullName", deed -> {
                                    Place place = where.apply(deed);
                                    return place == null ? null : fullName(place);
                                }),
                                geo(prefix + "_CountryCode", where, countries::fips, ""),
                                geo(prefix + "_ADM1Code", where, this::province, "")),
                        region,
                        Stream.of(
                                geo(prefix + "_Lat", where, place -> CellText.trimmed(place.latitude(), 4), ""),
                                geo(prefix + "_Long", where, place -> CellText.trimmed(place.longitude(), 4), ""),
                                geo(prefix + "_FeatureID", where, this::feature, "")))
                .flatMap(columns -> columns);
    }

    private static Column geo(
            String name, Function<Deed, @Nullable Place> where, Function<Place, String> value, String nowhere) {
        return Column.of(name, deed -> {
            Place place = where.apply(deed);
            return place == null ? nowhere : value.apply(place);
        });
    }

    /** 1 country, 2 US state, 3 US town, 4 town or landmark elsewhere, 5 province elsewhere. */
    private static String kind(Place place) {
        boolean american = "USA".equals(place.country());
        return switch (place.kind()) {
            case COUNTRY -> "1";
            case PROVINCE -> american ? "2" : "5";
            case CAPITAL, SEAT, TOWN, REGION -> american ? "3" : "4";
        };
    }

    /** "Mosul, Nineveh, Iraq". */
    private String fullName(Place place) {
        if (place.kind() == Place.Kind.COUNTRY) {
            return place.name();
        }
        String province = place.kind() == Place.Kind.PROVINCE ? "" : countries.province(place);
        return String.join(
                ", ",
                Stream.of(place.name(), province, countries.name(place.country()))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Country and province, "IZ15"; the country alone where GeoNames has no province or not FIPS 10-4's. */
    private String province(Place place) {
        String country = countries.fips(place);
        boolean american = "USA".equals(place.country());
        boolean fips = place.province().matches(american ? "[A-Z]{2}" : "\\d{2}")
                && !place.province().equals("00")
                && !OTHER_PROVINCES.contains(CellText.orEmpty(place.country()));
        return country.isEmpty() || !fips ? country : country + place.province();
    }

    /** GDELT numbers towns by GNS and GNIS, which is not GeoNames's number; countries and US states have their codes. */
    private String feature(Place place) {
        return switch (kind(place)) {
            case "1" -> countries.fips(place);
            case "2" -> place.province();
            default -> "";
        };
    }

    /**
     * The year and the part of it that has gone, as (30 × whole months + day) / 365. The codebook prints the month's number for the whole
     * months, which would pass the year's end in December; GDELT's files have it as here.
     */
    private static String fraction(LocalDate day) {
        double part = ((day.getMonthValue() - 1) * 30 + day.getDayOfMonth()) / 365.0;
        return CellText.fixed(day.getYear() + part, 4);
    }

    private static int isRoot(Deed deed) {
        boolean lead = deed.event().evidence().start() < LEAD && !deed.event().background();
        return lead ? 1 : 0;
    }

    /** At least three digits: "04" is 040. */
    private static String code(Deed deed) {
        String code = deed.code().code();
        return code.length() == 2 ? code + "0" : code;
    }

    /** By CAMEO's root, which differs from PLOVER's class where a code's type does. */
    private static int quad(String root) {
        int number = Integer.parseInt(root);
        return number <= 5 ? 1 : number <= 8 ? 2 : number <= 13 ? 3 : 4;
    }

    private String added(Deed deed) {
        LocalDate published = deed.article().published();
        LocalDate day = context.added() != null ? context.added() : published != null ? published : deed.day();
        return DAY.format(day) + (second ? "000000" : "");
    }
}
