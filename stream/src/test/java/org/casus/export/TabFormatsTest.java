package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.place.Place;
import org.junit.jupiter.api.Test;

/** Checks against the published lists of columns of ICEWS, Phoenix and POLECAT. */
class TabFormatsTest {
    private static final List<String> ICEWS = List.of(
            ("Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
                            + "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,"
                            + "Latitude,Longitude")
                    .split(","));
    private static final List<String> PHOENIX = List.of(
            ("EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute TargetActorFull "
                            + "TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode PentaClass "
                            + "GoldsteinScore Issues Lat Lon LocationName StateName CountryCode SentenceID URLs NewsSources")
                    .split(" "));
    private static final List<String> POLECAT = List.of(
            ("Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
                            + "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,"
                            + "Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,"
                            + "Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,"
                            + "Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,"
                            + "Story Organizations,Story Locations,Language,Version")
                    .split(","));

    private static final Set<String> PHOENIX_ROLES =
            Set.of("", "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL");
    private static final Pattern ONE_DIGIT = Pattern.compile("-?\\d+\\.\\d");

    private final List<Coded.Told> events = Coded.events();

    @Test
    void icewsIsAsOnDataverse() {
        assertThat(ICEWS).hasSize(20);
        List<List<String>> lines = Coded.write(ExportFormat.ICEWS, events).cells();
        List<Deed> deeds = Coded.deeds(events, true);
        assertThat(lines.get(0)).isEqualTo(ICEWS);
        assertThat(lines).hasSize(deeds.size() + 1);
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            Map<String, String> row = Coded.row(ICEWS, lines.get(i + 1));
            assertThat(row)
                    .containsEntry("Event ID", String.valueOf(deed.number()))
                    .containsEntry("Event Date", deed.day().toString())
                    .containsEntry("Source Name", name(deed.source()))
                    .containsEntry("CAMEO Code", deed.code().code())
                    .containsEntry("Event Text", deed.code().name())
                    .containsEntry("Target Name", deed.target() == null ? "" : name(deed.target()))
                    .containsEntry("Publisher", deed.article().publisher())
                    .containsEntry("Sentence Number", "")
                    .containsEntry("District", "");
            assertThat(row.get("Intensity")).matches(ONE_DIGIT);
            assertThat(Double.parseDouble(row.get("Intensity")))
                    .isEqualTo(deed.code().goldstein());
            assertThat(Long.parseLong(row.get("Story ID"))).isNotNegative();
            // countries and sectors are words, not codes
            assertThat(row.get("Source Country")).doesNotMatch("[A-Z]{3}");
            assertThat(row.get("Source Sectors")).doesNotMatch("[A-Z]{3}").isNotEmpty();
            place(row, deed.place(), "Latitude", "Longitude", "");
        }
        assertThat(lines.toString()).contains("Kenya", "Police,Government", "International Government Organization");
    }

    private static String name(Actor actor) {
        return actor.name() == null ? actor.text() : actor.name();
    }

    private static void place(Map<String, String> row, Place place, String latitude, String longitude, String missing) {
        if (place == null) {
            assertThat(List.of(row.get(latitude), row.get(longitude))).containsOnly(missing);
        } else {
            assertThat(Double.parseDouble(row.get(latitude))).isEqualTo(place.latitude());
            assertThat(Double.parseDouble(row.get(longitude))).isEqualTo(place.longitude());
        }
    }

    @Test
    void phoenixIsAsItsPipelineWritesIt() {
        assertThat(PHOENIX).hasSize(26);
        assertThat(PhoenixColumns.layout(Coded.CONTEXT).columns().stream().map(Column::name))
                .containsExactlyElementsOf(PHOENIX);
        List<List<String>> lines = Coded.write(ExportFormat.PHOENIX, events).cells();
        List<Deed> deeds = Coded.deeds(events, true);
        assertThat(lines).hasSameSizeAs(deeds);
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            Map<String, String> row = Coded.row(PHOENIX, lines.get(i));
            assertThat(row.get("EventID")).isEqualTo(deed.number() + "_1.2");
            assertThat(LocalDate.parse(row.get("Date"), DateTimeFormatter.BASIC_ISO_DATE))
                    .isEqualTo(deed.day())
                    .isEqualTo(LocalDate.of(
                            Integer.parseInt(row.get("Year")),
                            Integer.parseInt(row.get("Month")),
                            Integer.parseInt(row.get("Day"))));
            for (String side : List.of("Source", "Target")) {
                assertThat(row.get(side + "ActorFull"))
                        .isEqualTo(row.get(side + "ActorEntity")
                                + row.get(side + "ActorRole")
                                + row.get(side + "ActorAttribute"));
                assertThat(row.get(side + "ActorEntity")).matches("|[A-Z]{3}");
                assertThat(row.get(side + "ActorRole")).isIn(PHOENIX_ROLES);
            }
            assertThat(row.get("EventCode")).startsWith(row.get("EventRootCode"));
            assertThat(row.get("PentaClass")).isEqualTo(penta(row.get("EventRootCode")));
            assertThat(row.get("GoldsteinScore")).matches(ONE_DIGIT);
            assertThat(row.get("Issues")).matches("|[a-z_]+,\\d+(;[a-z_]+,\\d+)*");
            assertThat(row.get("SentenceID")).startsWith(deed.article().id() + "_");
            assertThat(row.get("NewsSources"))
                    .isEqualTo(deed.article().publisher().replace(';', ','));
            place(row, deed.place(), "Lat", "Lon", "");
        }
    }

    private static String penta(String root) {
        return switch (root) {
            case "01", "02" -> "0";
            case "03", "04", "05" -> "1";
            case "06", "07", "08" -> "2";
            case "09", "10", "11", "12", "13", "16" -> "3";
            default -> "4";
        };
    }

    @Test
    void polecatIsAsOnDataverse() {
        assertThat(POLECAT).hasSize(40);
        List<List<String>> lines = Coded.write(ExportFormat.POLECAT, events).cells();
        List<Deed> deeds = Coded.deeds(events, false);
        assertThat(lines.get(0)).isEqualTo(POLECAT);
        assertThat(lines).hasSize(deeds.size() + 1);
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            Map<String, String> row = Coded.row(POLECAT, lines.get(i + 1));
            assertThat(row.values()).doesNotContain("");
            assertThat(row)
                    .containsEntry("Event ID", deed.event().id())
                    .containsEntry("Event Date", deed.day().toString())
                    .containsEntry("Event Type", deed.type().name())
                    .containsEntry("Event Mode", deed.mode() == null ? "None" : deed.mode())
                    .containsEntry(
                            "Primary Actor Sector", deed.source().sector().name())
                    .containsEntry("Actor Name Raw", deed.source().text())
                    .containsEntry(
                            "Recipient Name Raw",
                            deed.target() == null ? "None" : deed.target().text())
                    .containsEntry("Language", deed.article().language() == null ? "None" : "en")
                    .containsEntry("Version", "casus 1.2");
            assertThat(row.get("Quad Code")).matches("(VERBAL|MATERIAL) (COOPERATION|CONFLICT)");
            assertThat(row.get("Intensity")).matches(ONE_DIGIT);
            assertThat(Double.parseDouble(row.get("Intensity"))).isBetween(-10.0, 10.0);
            assertThat(row.get("Contexts")).matches("None|[a-z_]+(;[a-z_]+)*");
            assertThat(row.get("Actor Country")).matches("None|[A-Z]{3}");
            assertThat(row.get("Actor COW")).matches("None|\\d{1,3}");
            place(row, deed.place(), "Latitude", "Longitude", "None");
        }
        assertThat(lines.toString()).contains("HUN, 310").doesNotContain("Wire; Service");
    }
}
