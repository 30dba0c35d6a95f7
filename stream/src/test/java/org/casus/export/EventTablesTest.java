package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.casus.codebook.Status;
import org.casus.time.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV and Parquet, read back by other code than wrote them. */
class EventTablesTest {
    private static final String NAMES =
            "id article_id file url title publisher published type mode contexts cameo quad goldstein source_text source_name "
                    + "source_country source_sector source_role source_id target_text target_name target_country target_sector "
                    + "target_role target_id mutual status background attribution date place_name place_country latitude longitude "
                    + "geoname_id sentence trigger start end confidence";

    @TempDir
    private Path folder;

    private final List<Coded.Told> events = Coded.events();

    @Test
    void csvHoldsEveryField() throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Coded.write(ExportFormat.CSV, events).text()))
                .getRecords();
        assertThat(rows).hasSameSizeAs(events);
        assertThat(rows.get(0).getParser().getHeaderNames()).containsExactly(NAMES.split(" "));
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            Coded.Told told = events.get(i);
            assertThat(row.isConsistent()).isTrue();
            assertThat(row.get("id")).isEqualTo(told.event().id());
            assertThat(row.get("contexts"))
                    .isEqualTo(String.join("|", told.event().contexts()));
            assertThat(row.get("sentence")).isEqualTo(told.event().evidence().sentence());
            assertThat(Double.parseDouble(row.get("confidence")))
                    .isEqualTo(told.event().confidence());
        }
    }

    @Test
    void parquetHasTypesAndEveryField() throws Exception {
        List<Coded.Told> all = new ArrayList<>(events);
        all.add(Made.told(
                Made.of("042", Status.PLANNED).on(PartialDate.of(Year.of(2025))).event()));
        Path file = Files.write(
                folder.resolve("e.parquet"),
                Coded.write(ExportFormat.PARQUET, all).bytes());
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
                while (described.next()) {
                    columns.add(described.getString(1) + " " + described.getString(2));
                }
            }
            assertThat(columns.stream().map(column -> column.substring(0, column.indexOf(' '))))
                    .containsExactlyElementsOf(Stream.of(NAMES.split(" "))
                            .flatMap(name ->
                                    name.equals("date") ? Stream.of("date", "date_start", "date_end") : Stream.of(name))
                            .toList());
            assertThat(columns)
                    .contains(
                            "published DATE",
                            "contexts VARCHAR[]",
                            "goldstein DOUBLE",
                            "mutual BOOLEAN",
                            "date VARCHAR",
                            "date_start DATE",
                            "date_end DATE",
                            "latitude DOUBLE",
                            "geoname_id INTEGER",
                            "start INTEGER");
            try (ResultSet rows = statement.executeQuery("SELECT * FROM '" + file + "'")) {
                for (Coded.Told told : all) {
                    assertThat(rows.next()).isTrue();
                    compare(rows, told);
                }
                assertThat(rows.next()).isFalse();
            }
            try (ResultSet codec =
                    statement.executeQuery("SELECT DISTINCT compression FROM parquet_metadata('" + file + "')")) {
                codec.next();
                assertThat(codec.getString(1)).isEqualTo("ZSTD");
            }
        }
    }

    private static void compare(ResultSet row, Coded.Told told) throws SQLException {
        assertThat(row.getString("id")).isEqualTo(told.event().id());
        assertThat(row.getString("title")).isEqualTo(told.article().title());
        assertThat(row.getString("source_text")).isEqualTo(told.event().source().text());
        assertThat(row.getString("target_id"))
                .isEqualTo(
                        told.event().target() == null
                                ? null
                                : told.event().target().id());
        assertThat(Arrays.asList((Object[]) row.getArray("contexts").getArray()))
                .isEqualTo(told.event().contexts());
        assertThat(row.getDouble("confidence")).isEqualTo(told.event().confidence());
        PartialDate date = told.event().date();
        assertThat(row.getString("date")).isEqualTo(date == null ? null : date.toString());
        assertThat(row.getString("date_start"))
                .isEqualTo(date == null ? null : date.first().toString());
        assertThat(row.getString("date_end"))
                .isEqualTo(date == null ? null : date.last().toString());
        boolean place = told.event().place() != null && told.event().place().geonameId() != null;
        assertThat(row.getObject("geoname_id"))
                .isEqualTo(place ? told.event().place().geonameId() : null);
    }

    @Test
    void parquetLeavesNothingBehind() throws IOException {
        List<Path> before = leftovers();
        Coded.write(ExportFormat.PARQUET, events);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        EventWriter writer = ExportFormat.PARQUET.on(full, Coded.CONTEXT);
        writer.write(Made.ARTICLE, Made.of("042", Status.ACTUAL).event());
        assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessage("No space left on device");
        assertThat(leftovers()).isEqualTo(before);
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("casus-parquet"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileWithoutEventsIsAFileAllTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.PARQUET.on(out, Coded.CONTEXT).close();
        assertThat(out.toByteArray()).startsWith('P', 'A', 'R', '1').endsWith('P', 'A', 'R', '1');
    }

    @Test
    void manyEventsGoThroughInBatches() throws Exception {
        Path file = folder.resolve("many.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                EventWriter writer = ExportFormat.PARQUET.on(out, Coded.CONTEXT)) {
            for (int i = 0; i < 25_000; i++) {
                Coded.Told told = events.get(i % events.size());
                writer.write(told.article(), told.event());
            }
        }
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
            count.next();
            assertThat(count.getLong(1)).isEqualTo(25_000);
        }
    }
}
