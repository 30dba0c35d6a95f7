package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.place.Place;

/** Whatever the texts hold, each file has its columns and reads back. */
class HostileTextTest {
    private static final int TRIES = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> odd = Arbitraries.of(
                "a\tb",
                "a\nb",
                "a\r\nb",
                "\"",
                "\"a",
                "a\"b\tc\"",
                "'",
                "😀👩‍👩‍👧",
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@x",
                "\0",
                "a\0b",
                "\uD800",
                "x\uDFFF",
                "\u2028",
                "\u0085",
                "\u000B",
                "\uFFFE",
                "]]>",
                "&amp;<b>",
                "\\",
                "\\N",
                "None",
                "NULL",
                "",
                " ",
                ";",
                ",",
                "|",
                "'; DROP TABLE events; --",
                "\u202Eabc",
                "é",
                "İıßŒ",
                "\u001b[31m",
                "x".repeat(20_000));
        return Arbitraries.oneOf(
                odd,
                odd,
                Arbitraries.strings().all().ofMaxLength(30),
                odd.list().ofMaxSize(4).map(parts -> String.join("", parts)));
    }

    private static Coded.Told told(String text, String other, String third) {
        Article article = Article.of(text, other, third, text, LocalDate.of(2024, 5, 6), "en", "body");
        Actor source = new Actor(other, text, "FRA", Sector.CVL, third, text);
        Actor target = new Actor(text, null, null, Sector.UNK, other, null);
        Event plain = Made.of("112", Status.ACTUAL).event();
        Event event = new Event(
                plain.id(),
                plain.type(),
                plain.mode(),
                plain.contexts(),
                plain.cameo(),
                plain.quad(),
                source,
                target,
                false,
                Status.ACTUAL,
                false,
                third,
                plain.date(),
                new Place(text, Place.Kind.TOWN, "FRA", "11", 48.85, 2.35, 5, 1),
                new Evidence(text, other, 0, 1),
                0.5);
        return new Coded.Told(article, event);
    }

    @Property(tries = TRIES)
    void columnsNeverBreak(
            @ForAll("hostile") String text, @ForAll("hostile") String other, @ForAll("hostile") String third) {
        List<Coded.Told> events = List.of(told(text, other, third), told(third, text, other));
        assertColumns(ExportFormat.GDELT1, events, 58, 0);
        assertColumns(ExportFormat.GDELT2, events, 61, 0);
        assertColumns(ExportFormat.ICEWS, events, 20, 1);
        assertColumns(ExportFormat.PHOENIX, events, 26, 0);
        assertColumns(ExportFormat.POLECAT, events, 40, 1);
    }

    private static void assertColumns(ExportFormat format, List<Coded.Told> events, int columns, int headers) {
        Coded.Written written = Coded.write(format, events);
        assertThat(written.cells()).hasSize(2 + headers).allMatch(line -> line.size() == columns);
        assertThat(written.text().lines()).hasSize(2 + headers);
        // no quotation mark, so that readers that know quoting read the same
        assertThat(written.text()).doesNotContain("\"", "\0", "\r");
        for (List<String> line : written.cells()) {
            assertThat(line).noneMatch(cell -> cell.matches("[=+@].*|-[^\\d].*"));
        }
    }

    @Property(tries = TRIES)
    void csvAndJsonReadBack(
            @ForAll("hostile") String text, @ForAll("hostile") String other, @ForAll("hostile") String third)
            throws IOException {
        Coded.Told told = told(text, other, third);
        List<Coded.Told> events = List.of(told, told);
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Coded.write(ExportFormat.CSV, events).text()))
                .getRecords();
        assertThat(rows).hasSize(2).allMatch(row -> row.size() == 40);
        assertThat(rows.get(0).get("sentence")).isEqualTo(CellText.inert(CellText.valid(text)));
        for (ExportFormat format : List.of(ExportFormat.JSONL, ExportFormat.PLOVER)) {
            List<String> lines = Coded.write(format, events).text().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(JSON.readTree(lines.get(1)).get("id").asText())
                    .isEqualTo(told.event().id());
        }
        assertThat(JSON.readTree(Coded.write(ExportFormat.PLOVER, events)
                                .text()
                                .lines()
                                .findFirst()
                                .orElseThrow())
                        .get("event_text")
                        .asText())
                .isEqualTo(CellText.valid(text));
    }

    @Property(tries = TRIES)
    void graphReadsBack(
            @ForAll("hostile") String text, @ForAll("hostile") String other, @ForAll("hostile") String third)
            throws Exception {
        Coded.Written written =
                Coded.write(ExportFormat.GRAPHML, List.of(told(text, other, third), told(third, text, other)));
        GraphMlTest.check(GraphMlTest.parse(written));
    }

    @Property(tries = 15)
    void parquetReadsBack(
            @ForAll("hostile") String text, @ForAll("hostile") String other, @ForAll("hostile") String third)
            throws Exception {
        List<Coded.Told> events = List.of(told(text, other, third), told(third, text, other));
        Path file = Files.createTempFile("hostile", ".parquet");
        try {
            Files.write(file, Coded.write(ExportFormat.PARQUET, events).bytes());
            try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT sentence, trigger, title FROM '" + file + "'")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(CellText.valid(text));
                assertThat(rows.getString(2)).isEqualTo(CellText.valid(other));
                assertThat(rows.getString(3)).isEqualTo(CellText.valid(third));
                assertThat(rows.next()).isTrue();
                assertThat(rows.next()).isFalse();
            }
        } finally {
            Files.delete(file);
        }
    }
}
