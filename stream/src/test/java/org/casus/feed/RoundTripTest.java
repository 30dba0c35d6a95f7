package org.casus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.feed.Packed.concat;
import static org.casus.feed.Packed.gzip;
import static org.casus.feed.Packed.page;
import static org.casus.feed.Packed.response;
import static org.casus.feed.Packed.tar;
import static org.casus.feed.Packed.utf8;
import static org.casus.feed.Packed.zip;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Any list of articles, written in any format, reads back the same; cut anywhere, what is whole before the cut does. */
class RoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("casus-feed");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "France",
                "condemned",
                "Iran",
                "Élysée",
                "\"quoted\"",
                "a,b",
                "x;y",
                "tab",
                "Москва",
                "WARC/1.0",
                "𝄞",
                "'",
                "it's");
        return word.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(words -> "The " + String.join(" ", words) + " end.")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void readsBack(@ForAll("texts") List<String> texts) throws IOException {
        for (String format : List.of(
                "x.warc",
                "x.warc.gz",
                "x.zip",
                "x.tar",
                "x.tar.gz",
                "x.tgz",
                "x.jsonl",
                "x.jsonl.gz",
                "x.csv",
                "x.tsv",
                "x.csv.gz")) {
            Seen seen = Seen.in(Files.write(folder.resolve(format), written(format, texts)));
            assertThat(seen.problems).as(format).isEmpty();
            assertThat(seen.bodies()).as(format).isEqualTo(texts);
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void readsBackFromParquet(@ForAll("texts") List<String> texts) throws SQLException, IOException {
        Path file = folder.resolve("x[1]*'.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE news (id INTEGER, headline VARCHAR, body VARCHAR, \"date\" TIMESTAMP)");
            try (PreparedStatement row =
                    duckdb.prepareStatement("INSERT INTO news VALUES (?, 'Title', ?, '2020-05-06 07:08:09')")) {
                for (int i = 0; i < texts.size(); i++) {
                    row.setInt(1, i);
                    row.setString(2, texts.get(i));
                    row.execute();
                }
            }
            statement.execute(
                    "COPY (FROM news ORDER BY id) TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        Seen seen = Seen.in(file);
        assertThat(seen.problems).isEmpty();
        assertThat(seen.bodies()).isEqualTo(texts);
        assertThat(seen.articles.get(0).published()).hasToString("2020-05-06");
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void whatIsWholeBeforeACutIsRead(@ForAll("texts") List<String> texts, @ForAll @IntRange(max = 999) int thousandths)
            throws IOException {
        for (String format : List.of("x.warc", "x.warc.gz", "x.zip", "x.tar", "x.jsonl.gz", "x.csv.gz")) {
            byte[] whole = written(format, texts);
            byte[] cut = Arrays.copyOf(whole, (int) (whole.length * (thousandths / 1000.0)));
            Seen seen = Seen.in(Files.write(folder.resolve(format), cut));
            List<String> complete = complete(seen, texts);
            assertThat(complete).as(format).isEqualTo(texts.subList(0, Math.min(texts.size(), complete.size())));
            if (!format.equals("x.csv.gz")) {
                assertThat(seen.bodies().size() + seen.problems.size())
                        .as(format)
                        .isPositive();
            }
        }
    }

    /** A cut row may end as a shorter text, in half a character; all before it must be the same. */
    private static List<String> complete(Seen seen, List<String> texts) {
        List<String> bodies = seen.bodies();
        int last = bodies.size() - 1;
        return last >= 0
                        && last < texts.size()
                        && texts.get(last).startsWith(bodies.get(last).replace("\uFFFD", ""))
                ? bodies.subList(0, last)
                : bodies;
    }

    private static byte[] written(String format, List<String> texts) throws IOException {
        if (format.endsWith(".gz") && !format.contains(".warc")) {
            return gzip(written(format.substring(0, format.length() - 3), texts));
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            entries.put("news/" + i + ".html", utf8(page("Title", escaped(texts.get(i)))));
        }
        return switch (format) {
            case "x.warc" ->
                concat(entries.values().stream()
                        .map(html -> response("http://x/", 200, "Content-Type: text/html\r\n", html))
                        .toList());
            case "x.warc.gz" ->
                concat(entries.values().stream()
                        .map(html -> gzip(response("http://x/", 200, "Content-Type: text/html\r\n", html)))
                        .toList());
            case "x.zip" -> zip(entries);
            case "x.tar" -> tar(entries);
            case "x.tgz" -> gzip(tar(entries));
            case "x.jsonl" -> lines(texts);
            case "x.csv" -> table(CSVFormat.RFC4180, texts);
            default -> table(CSVFormat.RFC4180.builder().setDelimiter('\t').get(), texts);
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] lines(List<String> texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            lines.append(JSON.writeValueAsString(Map.of("text", text))).append('\n');
        }
        return utf8(lines.toString());
    }

    private static byte[] table(CSVFormat format, List<String> texts) throws IOException {
        StringWriter out = new StringWriter();
        try (CSVPrinter rows = new CSVPrinter(out, format)) {
            rows.printRecord("id", "text", "title");
            for (String text : texts) {
                rows.printRecord(1, text, "Title");
            }
        }
        return utf8(out.toString());
    }
}
