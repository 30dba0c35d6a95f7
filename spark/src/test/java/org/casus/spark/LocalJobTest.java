package org.casus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.story.Account;
import org.casus.story.Stories;
import org.casus.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs in one process with two threads. */
@Tag("slow")
class LocalJobTest {
    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Path corpus;
    private static SingleMachine alone;
    private static List<String> expected;
    private static Path whole;
    private static Summary summary;

    @BeforeAll
    static void start() throws Exception {
        corpus = News.NEWS.folder();
        alone = News.NEWS.alone();
        expected = News.NEWS.events();
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        whole = folder.resolve("whole");
        summary = job(whole, 1 << 30).run(List.of(corpus.toString()));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static CodeJob job(Path output, long batchBytes) throws IOException {
        return new CodeJob(spark, output.toString(), Reading.USUAL, batchBytes);
    }

    @Test
    void givesWhatOneMachineGivesAndCodesNothingTwice() throws Exception {
        assertThat(Tables.events(whole)).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(summary)
                .isEqualTo(new Summary(
                        alone.coded().size(),
                        alone.foreign(),
                        expected.size(),
                        alone.problems().size()));
        assertThat(Tables.lines("SELECT outcome || ' ' || count(*) FROM '" + whole
                        + "/articles/*/*/*.parquet' GROUP BY outcome ORDER BY outcome"))
                .containsExactly("coded " + alone.coded().size(), "foreign 1");
        assertThat(Tables.lines("SELECT DISTINCT month FROM read_parquet('" + whole
                        + "/events/*/*/*/*.parquet', hive_partitioning = true) WHERE month <>"
                        + " coalesce(strftime(published, '%Y-%m'), 'none')"))
                .isEmpty();

        List<Path> before = files(whole);
        assertThat(job(whole, 1 << 30).run(List.of(corpus.toString()))).isEqualTo(Summary.NONE);
        assertThat(files(whole)).isEqualTo(before);

        // the same texts under other names
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        Files.copy(corpus.resolve("lines-2.jsonl"), copy.resolve("again.jsonl"));
        assertThat(job(whole, 1 << 30).run(List.of(copy.toString())).articles()).isZero();
        assertThat(Tables.events(whole)).isEqualTo(expected);
    }

    @Test
    void whatFailsIsADeadLetter() throws Exception {
        Path output = folder.resolve("letters");
        job(output, 1 << 30)
                .run(List.of(
                        corpus.resolve("*.parquet").toString(),
                        corpus + "/lines-3.jsonl",
                        corpus + "/texts/nothing.txt"));
        assertThat(Tables.lines("SELECT parse_filename(file) || '|' || coalesce(record, '') || '|' || reason FROM '"
                        + output + "/dead-letters/*/*/*.parquet' ORDER BY file"))
                .satisfiesExactlyInAnyOrder(
                        letter -> assertThat(letter).startsWith("damaged.parquet||cannot be read: "),
                        letter -> assertThat(letter).startsWith("lines-3.jsonl|line 6|is no JSON"),
                        letter -> assertThat(letter).isEqualTo("nothing.txt||is empty"));
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws Exception {
        Path output = folder.resolve("killed");
        String lines = corpus + "/lines-0.jsonl";
        job(output, 1 << 30).run(List.of(lines));
        List<String> events = Tables.events(output);
        Files.delete(files(output.resolve("batches")).get(0));
        Path staging = Files.createDirectories(output.resolve("_staging/b0123"));
        Files.writeString(staging.resolve("part-0.parquet"), "half");

        Summary again = job(output, 1 << 30).run(List.of(lines));
        assertThat(again.events()).isEqualTo(events.size()).isPositive();
        assertThat(Tables.events(output)).isEqualTo(events);
        assertThat(staging).doesNotExist();
    }

    @Test
    void aStreamOfFilesGivesTheSame() throws Exception {
        Path output = folder.resolve("streamed");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path checkpoint = folder.resolve("checkpoint");
        for (Path file : files(corpus)) {
            if (!file.getFileName().toString().startsWith("lines-7")) {
                Files.copy(file, inbox.resolve(file.getFileName()));
            }
        }
        stream(output, inbox, checkpoint);
        int first = Tables.events(output).size();
        Files.copy(corpus.resolve("lines-7.jsonl"), inbox.resolve("lines-7.jsonl"));
        stream(output, inbox, checkpoint);
        assertThat(first).isLessThan(expected.size());
        assertThat(Tables.events(output)).isEqualTo(expected);
    }

    private static void stream(Path output, Path inbox, Path checkpoint) throws Exception {
        new StreamJob(spark, job(output, 1 << 30), checkpoint.toString())
                .folder(inbox.toString(), Trigger.AvailableNow())
                .awaitTermination();
    }

    @Test
    void messagesAreCodedOnceABatch() throws Exception {
        Path output = folder.resolve("messages");
        StructType schema = new StructType()
                .add("topic", DataTypes.StringType)
                .add("partition", DataTypes.IntegerType)
                .add("offset", DataTypes.LongType)
                .add("value", DataTypes.BinaryType);
        Dataset<Row> messages = spark.createDataFrame(
                List.of(
                        RowFactory.create("news", 0, 7L, Files.readAllBytes(corpus.resolve("lines-0.jsonl"))),
                        RowFactory.create("news", 1, 3L, "no JSON".getBytes(StandardCharsets.UTF_8))),
                schema);
        StreamJob job = new StreamJob(
                spark, job(output, 1 << 30), folder.resolve("kafka").toString());
        job.codeMessages(messages, 0);
        job.codeMessages(messages, 0);
        Path single = folder.resolve("lines-0.parquet");
        SingleMachine.code(corpus.resolve("lines-0.jsonl")).write(single);
        assertThat(withoutFile(Tables.events(output))).isEqualTo(withoutFile(Tables.eventsIn(single)));
        assertThat(Tables.lines("SELECT file || '|' || record FROM '" + output + "/dead-letters/*/*/*.parquet'"))
                .containsExactly("news, partition 1, offset 3|line 1");
    }

    @Test
    void aFrameOfArticlesGivesAFrameOfEvents() throws Exception {
        String table = corpus.resolve("table.parquet").toString();
        Dataset<Row> articles = spark.read().parquet(table).repartition(3);
        Dataset<Row> coded = new FrameCoder(Reading.USUAL).code(articles);
        Path output = folder.resolve("frame");
        FrameCoder.events(coded).write().parquet(output.toString());
        List<String> ofTable = expected.stream()
                .filter(event -> event.contains("\"file\":\"table.parquet\""))
                .toList();
        // a story's first text may come with two others
        assertThat(withoutFile(Tables.eventsIn(output.resolve("*.parquet"))).stream()
                        .distinct())
                .isNotEmpty()
                .isEqualTo(withoutFile(ofTable));
    }

    @Test
    void rowsOfAFrameFailAloneAndItsColumnsBefore() {
        FrameCoder coder = new FrameCoder(new Reading("text=words", false));
        StructType schema =
                new StructType().add("words", DataTypes.StringType).add("published", DataTypes.TimestampType);
        Dataset<Row> articles = spark.createDataFrame(
                List.of(
                        RowFactory.create(
                                "France condemned Iran on Monday.",
                                Timestamp.from(Instant.parse("2024-11-20T23:30:00Z"))),
                        RowFactory.create(null, null)),
                schema);
        assertThat(coder.code(articles).select("outcome", "published", "reason").collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[coded,2024-11-20,null]", "[failed,null,has no \"text\"]");
        assertThatThrownBy(() -> coder.code(articles.select("published")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words");
    }

    private static List<String> withoutFile(List<String> events) {
        return events.stream()
                .map(event -> event.replaceAll("\"file\":[^,]*", ""))
                .sorted()
                .toList();
    }

    @Test
    void storiesAreThoseOfOneMachine() throws Exception {
        long count = new StoryJob(spark, whole.toString()).run();

        List<String> one = Stories.group(alone.coded().stream().map(Account::of).toList()).stream()
                .map(LocalJobTest::told)
                .sorted()
                .toList();
        List<String> many = Tables.lines("SELECT id || ' ' || type || ' ' || array_to_string(list_transform(reports,"
                + " report -> report.event), ',') FROM '" + whole + "/stories/*/*/*.parquet' ORDER BY 1");
        assertThat(many).isEqualTo(one).hasSize((int) count);
        assertThat(many).anyMatch(story -> story.contains(","));
    }

    /** Without the articles in which no event was found. */
    private static String told(Story story) {
        return story.id() + " " + story.type() + " "
                + String.join(
                        ",",
                        story.reports().stream()
                                .map(Story.Report::event)
                                .filter(event -> event != null)
                                .toList());
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
