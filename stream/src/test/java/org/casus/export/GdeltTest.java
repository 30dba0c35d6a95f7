package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.place.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks against GDELT's two codebooks: the columns, and what may stand in each. */
class GdeltTest {
    private static final String ACTOR =
            "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code";
    private static final Set<String> TYPES = Set.of(
            "COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD IGO NGO MNC"
                    .split(" "));

    private static List<String> names(boolean second) {
        List<String> names = new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
        for (String actor : List.of("Actor1", "Actor2")) {
            Stream.of(ACTOR.split(" ")).map(actor::concat).forEach(names::add);
        }
        names.addAll(List.of(
                "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone"
                        .split(" ")));
        String geo = second
                ? "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
                : "Type FullName CountryCode ADM1Code Lat Long FeatureID";
        for (String who : List.of("Actor1Geo_", "Actor2Geo_", "ActionGeo_")) {
            Stream.of(geo.split(" ")).map(who::concat).forEach(names::add);
        }
        names.addAll(List.of("DATEADDED", "SOURCEURL"));
        return names;
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"GDELT1", "GDELT2"})
    void everyColumnIsAsTheCodebookHasIt(ExportFormat format) {
        boolean second = format == ExportFormat.GDELT2;
        List<String> names = names(second);
        assertThat(names).hasSize(second ? 61 : 58);
        TabWriter.Layout layout = second ? GdeltColumns.version2(Coded.CONTEXT) : GdeltColumns.version1(Coded.CONTEXT);
        assertThat(layout.columns().stream().map(Column::name)).containsExactlyElementsOf(names);

        List<Coded.Told> events = Coded.events();
        List<Deed> deeds = Coded.deeds(events, true);
        List<List<String>> lines = Coded.write(format, events).cells();
        assertThat(lines).hasSameSizeAs(deeds).hasSizeGreaterThan(35);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> row = Coded.row(names, lines.get(i));
            Deed deed = deeds.get(i);
            assertThat(ids.add(row.get("GLOBALEVENTID"))).isTrue();
            assertThat(Long.parseLong(row.get("GLOBALEVENTID"))).isPositive();
            check(row, deed, second);
            actor(row, "Actor1", deed.source());
            actor(row, "Actor2", deed.target());
            geo(row, deed.place());
        }
    }

    private static void check(Map<String, String> row, Deed deed, boolean second) {
        DateTimeFormatter day = DateTimeFormatter.BASIC_ISO_DATE;
        assertThat(LocalDate.parse(row.get("SQLDATE"), day)).isEqualTo(deed.day());
        assertThat(row.get("SQLDATE")).startsWith(row.get("MonthYear"));
        assertThat(row.get("MonthYear")).hasSize(6).startsWith(row.get("Year"));
        assertThat(row.get("FractionDate")).matches(row.get("Year") + "\\.\\d{4}");
        assertThat(row.get("IsRootEvent")).isIn("0", "1");
        assertThat(row.get("EventCode")).isEqualTo(deed.code().code()).matches("(0[1-9]|1\\d|20)\\d{1,2}");
        assertThat(row.get("EventBaseCode"))
                .hasSize(3)
                .isEqualTo(row.get("EventCode").substring(0, 3));
        assertThat(row.get("EventRootCode")).isEqualTo(row.get("EventCode").substring(0, 2));
        int root = Integer.parseInt(row.get("EventRootCode"));
        assertThat(row.get("QuadClass")).isEqualTo(root <= 5 ? "1" : root <= 8 ? "2" : root <= 13 ? "3" : "4");
        assertThat(Double.parseDouble(row.get("GoldsteinScale")))
                .isEqualTo(deed.code().goldstein())
                .isBetween(-10.0, 10.0);
        assertThat(List.of(row.get("NumMentions"), row.get("NumSources"), row.get("NumArticles")))
                .containsOnly("1");
        assertThat(row.get("AvgTone")).isEmpty();
        for (String actor : List.of("Actor1Geo_", "Actor2Geo_")) {
            assertThat(row.get(actor + "Type")).isEqualTo("0");
            assertThat(row.get(actor + "CountryCode") + row.get(actor + "Lat")).isEmpty();
        }
        LocalDate published = deed.article().published();
        assertThat(row.get("DATEADDED")).isEqualTo(published.format(day) + (second ? "000000" : ""));
        assertThat(row.get("SOURCEURL"))
                .isEqualTo(deed.article().url() == null ? "" : deed.article().url());
    }

    private static void actor(Map<String, String> row, String prefix, Actor actor) {
        if (actor == null) {
            assertThat(row.get(prefix + "Code") + row.get(prefix + "Name") + row.get(prefix + "Type1Code"))
                    .isEmpty();
            return;
        }
        assertThat(row.get(prefix + "Name"))
                .isEqualTo(row.get(prefix + "Name").toUpperCase(Locale.ROOT))
                .isNotEmpty();
        assertThat(row.get(prefix + "CountryCode")).matches("|[A-Z]{3}");
        for (String type : List.of("Type1Code", "Type2Code", "Type3Code")) {
            assertThat(row.get(prefix + type))
                    .satisfiesAnyOf(
                            code -> assertThat(code).isEmpty(),
                            code -> assertThat(code).isIn(TYPES));
        }
        assertThat(row.get(prefix + "Code"))
                .matches("([A-Z]{3})*")
                .contains(
                        row.get(prefix + "CountryCode"),
                        row.get(prefix + "KnownGroupCode"),
                        row.get(prefix + "Type1Code"));
        assertThat(row.get(prefix + "EthnicCode")
                        + row.get(prefix + "Religion1Code")
                        + row.get(prefix + "Religion2Code"))
                .isEmpty();
    }

    private static void geo(Map<String, String> row, Place place) {
        if (place == null) {
            assertThat(row.get("ActionGeo_Type")).isEqualTo("0");
            assertThat(row.get("ActionGeo_FullName") + row.get("ActionGeo_Lat")).isEmpty();
            return;
        }
        assertThat(row.get("ActionGeo_Type")).isIn("1", "2", "3", "4", "5");
        assertThat(row.get("ActionGeo_FullName")).startsWith(place.name());
        assertThat(row.get("ActionGeo_CountryCode")).matches(place.country() == null ? "" : "[A-Z]{2}");
        assertThat(row.get("ActionGeo_ADM1Code")).matches(row.get("ActionGeo_CountryCode") + "(\\w\\w)?");
        assertThat(Double.parseDouble(row.get("ActionGeo_Lat"))).isEqualTo(place.latitude());
        assertThat(Double.parseDouble(row.get("ActionGeo_Long"))).isEqualTo(place.longitude());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USA | CA | PROVINCE | 2 | Place, United States | US | USCA | CA",
                "USA | OR | TOWN | 3 | Place, Oregon, United States | US | USOR | ''",
                "IRQ | 15 | SEAT | 4 | Place, Nineveh, Iraq | IZ | IZ15 | ''",
                "CAN | 08 | PROVINCE | 5 | Place, Canada | CA | CA08 | ''",
                "RUS | ''| COUNTRY | 1 | Place | RS | RS | RS",
                "PSE | GZ | TOWN | 4 | Place, Gaza Strip, Palestine | GZ | GZ | ''",
                "FRA | 11 | TOWN | 4 | Place, Île-de-France, France | FR | FR | ''",
                "GBR | ENG | TOWN | 4 | Place, England, United Kingdom | UK | UK | ''",
                "''  | '' | REGION | 4 | Place | '' | '' | ''"
            })
    void placesHaveTheirCodes(
            String country,
            String province,
            Place.Kind kind,
            String type,
            String fullName,
            String fips,
            String adm1,
            String feature) {
        Place place = new Place("Place", kind, country.isEmpty() ? null : country, province, 1.5, -2.25, 0, null);
        Event event = Made.of("194", Status.ACTUAL).event(Made.actor("Iran", "Iran", "IRN", Sector.GOV), null, place);
        Map<String, String> row = Coded.row(
                names(true),
                Coded.write(ExportFormat.GDELT2, List.of(Made.told(event)))
                        .cells()
                        .get(0));
        assertThat(row)
                .containsEntry("ActionGeo_Type", type)
                .containsEntry("ActionGeo_CountryCode", fips)
                .containsEntry("ActionGeo_ADM1Code", adm1)
                .containsEntry("ActionGeo_ADM2Code", "")
                .containsEntry("ActionGeo_FeatureID", feature)
                .containsEntry("ActionGeo_Lat", "1.5")
                .containsEntry("ActionGeo_Long", "-2.25");
        assertThat(row).containsEntry("ActionGeo_FullName", fullName);
    }

    @ParameterizedTest
    @CsvSource({
        "un, IGO, IGO, IGOUNO, '', UNO, IGO, ''",
        "icc, IGO, JUD, IGOJUDICC, '', ICC, IGO, JUD",
        "hamas, PSE, REB, PSEREBHMS, PSE, HMS, REB, ''",
        ", ROU, LEG, ROMLEG, ROM, '', LEG, ''",
        ", IRQ, PRM, IRQUAF, IRQ, '', UAF, ''",
        ", DEU, JRN, DEUMED, DEU, '', MED, ''",
        ", DEU, MED, DEUHLH, DEU, '', HLH, ''",
        ", , UNK, '', '', '', '', ''"
    })
    void actorsHaveTheirCodes(
            String id,
            String country,
            Sector sector,
            String code,
            String cameo,
            String group,
            String first,
            String second) {
        Actor actor = new Actor("someone", "Some One", country, sector, null, id);
        Map<String, String> row = Coded.row(
                names(false),
                Coded.write(ExportFormat.GDELT1, Made.told(actor)).cells().get(0));
        assertThat(row)
                .containsEntry("Actor1Code", code)
                .containsEntry("Actor1Name", "SOME ONE")
                .containsEntry("Actor1CountryCode", cameo)
                .containsEntry("Actor1KnownGroupCode", group)
                .containsEntry("Actor1Type1Code", first)
                .containsEntry("Actor1Type2Code", second);
    }

    @Test
    void datesAndCountsComeFromTheContext() {
        FormatContext context = new FormatContext(
                Coded.CASUS.codebook(), "1", LocalDate.of(2025, 1, 31), event -> new Coverage(7, 3, 5));
        Event event = Made.of("040", Status.ACTUAL).event();
        Map<String, String> row = Coded.row(
                names(true),
                Coded.write(ExportFormat.GDELT2, List.of(Made.told(event)), context)
                        .cells()
                        .get(0));
        assertThat(row)
                .containsEntry("NumMentions", "7")
                .containsEntry("NumSources", "3")
                .containsEntry("NumArticles", "5")
                .containsEntry("DATEADDED", "20250131000000")
                .containsEntry("FractionDate", "2024.8712");
    }

    @Test
    void sameInputSameBytes() {
        List<Coded.Told> events = Coded.events();
        for (ExportFormat format : ExportFormat.values()) {
            byte[] once = Coded.write(format, events).bytes();
            assertThat(Coded.write(format, events).bytes()).as(format.label()).isEqualTo(once);
            assertThat(new String(once, StandardCharsets.UTF_8))
                    .as(format.label())
                    .isNotEmpty();
        }
    }
}
