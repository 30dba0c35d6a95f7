package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWS =
            "Date: 2024-11-20\n\nFrance condemned Iran on Monday. Turkey shelled Kurdish fighters in Syria.\n";

    @TempDir
    private Path folder;

    @Test
    void codesAsTheContractHasIt() throws IOException {
        Path file = Files.writeString(folder.resolve("news.txt"), NEWS);
        Run run = Run.of("code", "--format", "jsonl", file.toString());
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(2);
        JsonNode event = JSON.readTree(run.lines().get(0));
        assertThat(names(event))
                .containsExactly(
                        "id",
                        "article",
                        "type",
                        "mode",
                        "contexts",
                        "cameo",
                        "quad",
                        "goldstein",
                        "source",
                        "target",
                        "mutual",
                        "status",
                        "background",
                        "attribution",
                        "date",
                        "place",
                        "evidence",
                        "confidence");
        assertThat(names(event.get("article"))).containsExactly("id", "file", "url", "title", "publisher", "published");
        assertThat(names(event.get("source"))).containsExactly("text", "name", "country", "sector", "role", "id");
        assertThat(names(event.get("evidence"))).containsExactly("sentence", "trigger", "start", "end");
        assertThat(event.at("/source/country").asText()).isEqualTo("FRA");
        assertThat(event.at("/type").asText()).isEqualTo("ACCUSE");
        assertThat(event.at("/date").asText()).isEqualTo("2024-11-18");
        assertThat(event.at("/article/file").asText()).isEqualTo("news.txt");
        assertThat(event.at("/place").isNull()).isTrue();
    }

    @Test
    void writesCsvThatReadsBack() throws IOException {
        Path file = Files.writeString(
                folder.resolve("news.txt"), "=HYPERLINK(1)\n\n" + "France condemned Iran, \"again\".\n");
        Run run = Run.of("code", "--format", "csv", file.toString());
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(run.out()))
                .getRecords();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("target_country")).isEqualTo("IRN");
        assertThat(rows.get(0).get("sentence")).isEqualTo("France condemned Iran, \"again\".");
        assertThat(rows.get(0).get("title")).isEqualTo("'=HYPERLINK(1)");
        assertThat(rows.get(0).size()).isEqualTo(40);
    }

    @Test
    void codesIntoOtherFormats() throws IOException {
        Path file = Files.writeString(
                folder.resolve("news.txt"),
                NEWS + "France denied that it had bombed Libya. Germany will visit Peru.\n");
        Run gdelt = Run.of("code", "--format", "GDELT2", file.toString());
        assertThat(gdelt.code()).isZero();
        assertThat(gdelt.lines()).isNotEmpty().allMatch(line -> line.split("\t", -1).length == 61);
        assertThat(gdelt.err()).contains("casus: 1 event left out: denied 1 (gdelt2 has no status)");
        assertThat(Run.of("code", "--format", "polecat", file.toString())
                        .lines()
                        .get(0))
                .startsWith("Event ID\tEvent Date");
        assertThat(Run.of("code", "--format", "graphml", file.toString()).out()).contains("<graphml");
        Run binary = Run.with("", Map.of("CASUS_TTY", "12"), "code", "--format", "parquet", file.toString());
        assertThat(binary.out()).isEmpty();
        assertThat(binary.err()).contains("parquet is no text: send it into a file, > events.parquet");
        assertThat(binary.code()).isEqualTo(2);
        Run wrong = Run.of("code", "--format", "xml", file.toString());
        assertThat(wrong.err()).contains("'xml' is none of table, jsonl, csv, parquet, gdelt1");
    }

    @Test
    void tableKeepsToTheWidthAndNeverLetsControlCharactersThrough() throws IOException {
        Path file = Files.writeString(folder.resolve("news.txt"), NEWS.replace("Monday", "Mon\u001b[31mday\u0007"));
        Run plain = Run.with("", Map.of("COLUMNS", "80"), "code", file.toString());
        assertThat(plain.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(plain.out())
                .contains("ACCUSE 111", "France (FRA GOV) → Iran (IRN GOV)")
                .doesNotContain("\u001b", "\u0007");
        Run colour = Run.with("", Map.of("CASUS_TTY", "12"), "code", file.toString());
        assertThat(colour.out()).contains("\u001b[33m").doesNotContain("\u0007", "\u001b[31mday");
        assertThat(Run.with("", Map.of("CASUS_TTY", "12", "NO_COLOR", "1"), "code", file.toString())
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void sameBytesWhateverTheThreads() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(folder.resolve("a" + i + ".txt"), NEWS + "Number " + i + ". Spain praised Peru.");
        }
        String one = Run.of("code", "--format", "jsonl", "--threads", "1", folder.toString())
                .out();
        assertThat(Run.of("code", "--format", "jsonl", "--threads", "7", folder.toString())
                        .out())
                .isEqualTo(one);
        assertThat(one.lines()).hasSize(120);
    }

    @Test
    void neverSilentlyEmpty() throws IOException {
        Path file = Files.writeString(
                folder.resolve("dull.txt"), "Brazil lies south of Venezuela. The ministry condemned the attack.\n");
        Run run = Run.of("code", file.toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "dull.txt: no event in 2 sentences, 1 of them with two or more known actors",
                        "nearest:",
                        "lacked:");
        assertThat(Run.of("code", "--explain", file.toString()).err()).contains("trigger  condemned");
        Path news = Files.writeString(folder.resolve("news.txt"), NEWS);
        assertThat(Run.of("code", "--min-confidence", "0.999", news.toString()).err())
                .contains("less sure than --min-confidence");
    }

    @Test
    void namesWhatFailedAndGoesOn() throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), NEWS);
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Run run = Run.of(
                "code",
                "--format",
                "jsonl",
                empty.toString(),
                folder.resolve("gone.txt").toString(),
                good.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).contains("empty.txt: is empty", "gone.txt: no such file or folder");
        assertThat(Run.of("code", Files.createDirectory(folder.resolve("void")).toString())
                        .err())
                .contains("no .html, .htm, .txt or .jsonl file");
    }

    @Test
    void readsStandardInputAndItsOwnJsonLines() throws IOException {
        Path file = Files.writeString(folder.resolve("news.txt"), NEWS);
        Run page = Run.of("page", file.toString());
        assertThat(names(JSON.readTree(page.out())))
                .containsExactly("file", "title", "published", "publisher", "language", "text");
        String direct = Run.of("code", "--format", "jsonl", file.toString()).out();
        assertThat(Run.with(page.out(), Map.of(), "code", "--format", "jsonl", "-")
                        .out())
                .isEqualTo(direct);
        Run bad = Run.with(
                "{\"text\":\"France condemned Iran.\"}\n{broken\n{\"title\":\"x\"}\n",
                Map.of(),
                "code",
                "--format",
                "jsonl",
                "-");
        assertThat(bad.lines()).hasSize(1);
        assertThat(bad.err()).contains("line 2: is no JSON", "line 3: has no \"text\"");
        assertThat(bad.code()).isEqualTo(1);
    }

    @Test
    void resolvesActors() throws IOException {
        Run run = Run.of("actor", "--date", "2024-01-01", "Iran's foreign minister", "Baku");
        assertThat(run.lines()).hasSize(2);
        assertThat(names(JSON.readTree(run.lines().get(0))))
                .containsExactly("text", "country", "sector", "role", "name", "id");
        assertThat(JSON.readTree(run.lines().get(1)).get("country").asText()).isEqualTo("AZE");
        assertThat(Run.with("Kenyan police\n\nthe UN\n", Map.of(), "actor").lines())
                .hasSize(2);
    }

    @Test
    void relatesMarkedPairs() throws IOException {
        Path file = Files.writeString(
                folder.resolve("pairs.tsv"),
                "id\tmarked_sentence\tgold_root\n"
                        + "1\t<s>France</s> condemned <t>Iran</t>.\tACCUSE\n"
                        + "2\t<t>The rebels</t> were released by <s>Kenya</s>.\tYIELD\n"
                        + "3\t<s>Thousands of miners</s> went on strike.\tPROTEST\n"
                        + "4\tnothing marked\tAID\n");
        Run run = Run.of("relate", file.toString());
        assertThat(run.lines().get(0)).isEqualTo("id\ttype\tcameo\tstatus\ttrigger\tconfidence");
        assertThat(run.lines().get(1)).startsWith("1\tACCUSE\t111\tactual\tcondemned\t");
        assertThat(run.lines().get(2)).startsWith("2\tRETREAT\t084");
        assertThat(run.lines().get(3)).startsWith("3\tPROTEST\t143\t");
        assertThat(run.err()).contains("line 5", "macro F1 1.000, micro F1 1.000 over 3 rows");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void explains() {
        Run run = Run.of("explain", "--date", "2024-11-20", "France condemned Iran on Monday.");
        assertThat(run.out())
                .contains(
                        "mention  France",
                        "trigger  condemned",
                        "pair     France → Iran  event",
                        "relation France → Iran  111 ACCUSE by \"condemned\", actual",
                        "country \"Iran\" → IRN",
                        "1 event");
        assertThat(Run.with("France condemned Iran.", Map.of(), "explain", "-").code())
                .isZero();
        assertThat(Run.with(" ", Map.of(), "explain").code()).isEqualTo(1);
    }

    @Test
    void aMissingModelIsOneLine() {
        Run run = Run.of("explain", "--model", folder.resolve("none.casus").toString(), "France condemned Iran.");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains("none.casus is missing");
    }

    @Test
    void demoShowsEvents() {
        Run run = Run.with("", Map.of("COLUMNS", "80"), "demo");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("SANCTION 163", "ASSAULT 194", "PROTEST 141", "AID 073", "RETREAT 0841", "CONSULT");
        assertThat(run.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(run.err()).contains("events in 6 sample articles");
    }

    @Test
    void doctorChecksEverything() {
        Run run = Run.of(
                "doctor", "--port", "0", "--store", folder.resolve("x.duckdb").toString());
        assertThat(run.out())
                .contains(
                        "ok     Java",
                        "ok     Memory",
                        "ok     Data files",
                        "ok     Models",
                        "ok     Port",
                        "ok     Store",
                        "All is well.");
        Run ill = Run.of(
                "doctor",
                "--port",
                "0",
                "--store",
                folder.resolve("no/such/x.duckdb").toString());
        assertThat(ill.out()).contains("FAULT  Store", "1 fault.");
        assertThat(ill.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nosuch",
                "code",
                "code --format xml a.txt",
                "code --threads many a.txt",
                "relate",
                "eval a.jsonl",
                "actor --date yesterday x"
            })
    void wrongUsageIsExitCodeTwo(String line) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("\tat org.casus");
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(Run.of("--help").out())
                .contains("demo", "code", "explain", "page", "actor", "relate", "eval", "doctor");
        assertThat(Run.of("--version").out()).startsWith("casus ");
    }

    @Test
    void aMissingFileIsOneLineWithoutAStack() {
        Run run = Run.of("eval", folder.resolve("none.jsonl").toString(), "--texts", folder.toString());
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("none.jsonl");
        assertThat(Run.of("--verbose", "eval", folder.resolve("none.jsonl").toString(), "--texts", folder.toString())
                        .err())
                .contains("\tat ");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
