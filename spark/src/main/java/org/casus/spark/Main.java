package org.casus.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.casus.feed.Columns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What spark-submit starts. Exit code 0: done; 1: some inputs failed, which stand among the dead letters; 2: wrong usage or a failed job. */
@Command(
        name = "casus-spark",
        mixinStandardHelpOptions = true,
        description =
                "Codes news on a Spark cluster: folders of pages, texts, JSON lines, tables, archives and web archives"
                        + " into tables of events.")
public final class Main implements Callable<Integer> {
    /** Where articles come from. */
    enum Format {
        /** Files, folders, patterns. */
        FILES,
        /** Messages of Kafka that hold JSON lines. */
        KAFKA
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", paramLabel = "PATH", description = "A file, folder or pattern; may be given many times.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FOLDER", required = true, description = "Where the tables lie.")
    private String output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "files (default: each told by its first bytes) or kafka.")
    private Format format = Format.FILES;

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN,…",
            description =
                    "Which columns of tables hold what, as text=body,title=headline. What is not named is guessed.")
    private String columns = "";

    @Option(
            names = "--assume-published",
            paramLabel = "fetch",
            description = "fetch: a page of a web archive that names no day counts as published when it was fetched.")
    private @Nullable AssumedDay assumed;

    /** What dates a page that does not date itself. */
    enum AssumedDay {
        FETCH
    }

    @Option(
            names = "--batch-bytes",
            paramLabel = "BYTES",
            description = "So much input is done or not done at once (default: 1 GB).")
    private long batchBytes = CodeJob.BATCH_BYTES;

    @Option(names = "--stories", description = "Group all events of the output into stories at the end.")
    private boolean stories;

    @Option(names = "--stream", description = "Go on with what comes into the folder, or from Kafka.")
    private boolean stream;

    @Option(
            names = "--once",
            description = "With --stream: stop when all that is there is done; the next run goes on from there.")
    private boolean once;

    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            description = "With --stream: where Spark keeps how far it came (default: _checkpoint in the output).")
    private @Nullable String checkpoint;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "For Kafka's connector, as kafka.bootstrap.servers=host:9092 and subscribe=news.")
    private Map<String, String> options = new LinkedHashMap<>();

    public static void main(String[] args) {
        int code = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        // on YARN an exit from inside a job that went well counts as a failure
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws Exception {
        check();
        try (SparkSession spark = SparkSession.builder().appName("casus").getOrCreate()) {
            Reading reading = new Reading(columns, assumed == AssumedDay.FETCH);
            CodeJob job = new CodeJob(spark, output, reading, batchBytes);
            Summary summary = Summary.NONE;
            if (stream) {
                stream(spark, job);
            } else {
                summary = job.run(inputs);
                say("coded " + summary.articles() + " articles: " + summary.events() + " events; " + summary.foreign()
                        + " not in English, " + summary.failed() + " dead letters");
            }
            if (stories) {
                say(new StoryJob(spark, output).run() + " stories");
            }
            return summary.failed() > 0 ? 1 : 0;
        }
    }

    private void check() {
        boolean kafka = format == Format.KAFKA;
        if (kafka && !stream) {
            throw wrong("--format kafka needs --stream");
        }
        if (!kafka && inputs.isEmpty()) {
            throw wrong("--input is missing");
        }
        if (stream && !kafka && inputs.size() != 1) {
            throw wrong("--stream watches one --input, a folder");
        }
        if (batchBytes < 1) {
            throw wrong("--batch-bytes must be 1 or more");
        }
        try {
            if (!columns.isEmpty()) {
                Columns.parse(columns);
            }
        } catch (IllegalArgumentException e) {
            throw wrong("--columns: " + e.getMessage());
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private void stream(SparkSession spark, CodeJob job) throws Exception {
        StreamJob streaming = new StreamJob(spark, job, checkpoint == null ? output + "/_checkpoint" : checkpoint);
        Trigger trigger = once ? Trigger.AvailableNow() : Trigger.ProcessingTime("1 minute");
        StreamingQuery query =
                format == Format.KAFKA ? streaming.kafka(options, trigger) : streaming.folder(inputs.get(0), trigger);
        query.awaitTermination();
    }

    private static void say(String line) {
        System.err.println("casus: " + line);
    }
}
