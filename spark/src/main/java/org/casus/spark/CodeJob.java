package org.casus.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.casus.article.Article;

/**
 * Codes the articles of many files into tables of events, articles and dead letters.
 *
 * <pre>{@code
 * CodeJob job = new CodeJob(spark, "hdfs:///events", Reading.USUAL, CodeJob.BATCH_BYTES);
 * job.run(List.of("hdfs:///crawl/2024"));
 * }</pre>
 *
 * The same input gives the same events as {@code casus code} on one machine, whatever the number of executors, and however often a run was
 * killed and started again. One job at a time may write into a folder.
 */
public final class CodeJob {
    /** So many bytes of input are done or not done at once. */
    public static final long BATCH_BYTES = 1L << 30;

    /** Some hundred articles, coded in ten seconds: little to lose with an executor, and much more than a task costs. */
    private static final long PARTITION_BYTES = 256L << 10;

    /** Few files are cut finer: whoever is done first waits for the last, an eighth of its work at most. */
    private static final int PARTITIONS_A_CORE = 8;

    private static final String NO_MONTH = "none";

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Output output;
    private final Reading reading;
    private final long batchBytes;

    /**
     * @param output a folder on any file system that Hadoop knows
     * @param batchBytes what is done or not done at once, in bytes of input
     */
    public CodeJob(SparkSession spark, String output, Reading reading, long batchBytes) throws IOException {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.output = new Output(configuration(), output, Coders.casus().version());
        this.reading = reading;
        this.batchBytes = batchBytes;
        this.output.clean();
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }

    /** Codes files, folders and patterns; what this coder has read into this output already is not read again. */
    public Summary run(List<String> inputs) throws IOException {
        return code(new Listing(configuration()).of(inputs));
    }

    /** The same for files that are known. */
    public Summary code(List<InputFile> files) throws IOException {
        Set<InputFile> read = new HashSet<>();
        for (Output.Done done : output.done()) {
            if (done.batch().reading().equals(reading)) {
                read.addAll(done.batch().files());
            }
        }
        String run = "r" + fingerprint(files);
        Summary all = Summary.NONE;
        for (List<InputFile> part :
                batches(files.stream().filter(file -> !read.contains(file)).toList())) {
            Batch batch = new Batch("b" + fingerprint(part), run, reading, part);
            all = all.plus(code(batch, read(batch)));
        }
        return all;
    }

    /** Codes articles that were found elsewhere, once a batch. */
    Summary code(Batch batch, Dataset<Row> found) throws IOException {
        if (output.isDone(batch.id())) {
            return Summary.NONE;
        }
        output.clear(batch.id());
        // one pass over the articles, from which three tables are made
        coded(fresh(found), batch.bytes())
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "zstd")
                .parquet(output.staging(batch.id()));
        Dataset<Row> outcomes = spark.read().schema(Outcome.SCHEMA).parquet(output.staging(batch.id()));
        write(events(outcomes), Output.EVENTS, batch, "month");
        write(articles(outcomes), Output.ARTICLES, batch);
        write(deadLetters(outcomes), Output.DEAD_LETTERS, batch);
        Summary summary = summary(outcomes);
        output.finish(batch, summary);
        return summary;
    }

    private Dataset<Row> read(Batch batch) {
        List<List<ReadFiles.Numbered>> shares = shares(batch.files(), context.defaultParallelism());
        ReadFiles read = new ReadFiles(new SerializableConfiguration(configuration()), reading);
        JavaRDD<Row> found = context.parallelize(shares, shares.size()).flatMap(read);
        return spark.createDataFrame(found, Found.SCHEMA);
    }

    /** Without what this coder has coded before. */
    private Dataset<Row> fresh(Dataset<Row> found) throws IOException {
        if (!output.hasArticles()) {
            return found;
        }
        Dataset<Row> before = spark.read()
                .parquet(output.table(Output.ARTICLES))
                .where(col("coder").equalTo(output.coder()))
                .select("id");
        return found.join(before, found.col("id").equalTo(before.col("id")), "left_anti");
    }

    private Dataset<Row> coded(Dataset<Row> found, long bytes) {
        int partitions =
                (int) Math.max((long) PARTITIONS_A_CORE * context.defaultParallelism(), bytes / PARTITION_BYTES);
        JavaRDD<Row> outcomes = found.repartition(partitions, coalesce(col("id"), col("problem_input")))
                .sortWithinPartitions("id", "source", "place", "input")
                .javaRDD()
                .mapPartitions(new CodeArticles());
        return spark.createDataFrame(outcomes, Outcome.SCHEMA);
    }

    private static Dataset<Row> events(Dataset<Row> outcomes) {
        Column month = coalesce(date_format(col("published"), "yyyy-MM"), lit(NO_MONTH));
        return FrameCoder.events(outcomes)
                .withColumn("month", month)
                .repartition(col("month"))
                .sortWithinPartitions("month", "article_id", "start", "end", "id");
    }

    private static Dataset<Row> articles(Dataset<Row> outcomes) {
        return outcomes.where(col("outcome").notEqual(Outcome.FAILED))
                .select(
                        col("id"),
                        col("file"),
                        col("url"),
                        col("title"),
                        col("publisher"),
                        col("published"),
                        col("language"),
                        col("input"),
                        col("outcome"),
                        size(col("events")).as("events"),
                        col("account"))
                .sortWithinPartitions("id");
    }

    private static Dataset<Row> deadLetters(Dataset<Row> outcomes) {
        return outcomes.where(col("outcome").equalTo(Outcome.FAILED))
                .select(col("input").as("file"), col("record"), col("reason"))
                .coalesce(1)
                .sortWithinPartitions("file", "record");
    }

    private void write(Dataset<Row> table, String name, Batch batch, String... by) {
        List<String> partitions = new ArrayList<>(List.of("coder"));
        partitions.addAll(List.of(by));
        partitions.add("batch");
        table.withColumn("coder", lit(output.coder()))
                .withColumn("batch", lit(batch.id()))
                .write()
                .mode(SaveMode.Append)
                .option("compression", "zstd")
                .option("maxRecordsPerFile", 1_000_000)
                .partitionBy(partitions.toArray(String[]::new))
                .parquet(output.table(name));
    }

    private static Summary summary(Dataset<Row> outcomes) {
        long articles = 0;
        long foreign = 0;
        long events = 0;
        long failed = 0;
        for (Row row : outcomes.groupBy("outcome")
                .agg(count(lit(1)), sum(size(col("events"))))
                .collectAsList()) {
            long count = row.getLong(1);
            switch (row.getString(0)) {
                case Outcome.CODED -> {
                    articles = count;
                    events = row.getLong(2);
                }
                case Outcome.FOREIGN -> foreign = count;
                default -> failed = count;
            }
        }
        return new Summary(articles, foreign, events, failed);
    }

    private List<List<InputFile>> batches(List<InputFile> files) {
        List<List<InputFile>> batches = new ArrayList<>();
        List<InputFile> batch = new ArrayList<>();
        long bytes = 0;
        for (InputFile file : files) {
            if (!batch.isEmpty() && bytes + file.length() > batchBytes) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(file);
            bytes += file.length();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** The files in shares of like size: the largest first, each to the smallest share. */
    private static List<List<ReadFiles.Numbered>> shares(List<InputFile> files, int cores) {
        record Share(List<ReadFiles.Numbered> files, int number, long bytes) {}
        PriorityQueue<Share> shares =
                new PriorityQueue<>(Comparator.comparingLong(Share::bytes).thenComparingInt(Share::number));
        for (int i = 0; i < Math.min(files.size(), 4 * cores); i++) {
            shares.add(new Share(new ArrayList<>(), i, 0));
        }
        List<ReadFiles.Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            numbered.add(new ReadFiles.Numbered(i, files.get(i)));
        }
        numbered.sort(Comparator.comparingLong(
                (ReadFiles.Numbered file) -> -file.file().length()));
        for (ReadFiles.Numbered file : numbered) {
            Share smallest = shares.remove();
            smallest.files().add(file);
            // opening a file costs as much as reading some of it
            shares.add(new Share(
                    smallest.files(),
                    smallest.number(),
                    smallest.bytes() + file.file().length() + 100_000));
        }
        return shares.stream().map(Share::files).toList();
    }

    private String fingerprint(List<InputFile> files) {
        StringBuilder all = new StringBuilder(output.coder()).append('\n').append(reading);
        files.forEach(file -> all.append('\n').append(file));
        return Article.fingerprint(all.toString());
    }
}
