package org.casus.spark;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.article.Article;
import org.casus.feed.Inputs;

/**
 * Codes what keeps coming, by the same job: new files of a folder, or articles as JSON lines from Kafka.
 *
 * <pre>{@code
 * StreamingQuery query = new StreamJob(spark, job, "hdfs:///checkpoint").folder("hdfs:///inbox", Trigger.AvailableNow());
 * query.awaitTermination();
 * }</pre>
 */
public final class StreamJob {
    /** The columns of Spark's source of whole files; their content is never asked for, so only names are read. */
    private static final StructType FILES = new StructType()
            .add("path", DataTypes.StringType)
            .add("modificationTime", DataTypes.TimestampType)
            .add("length", DataTypes.LongType)
            .add("content", DataTypes.BinaryType);

    private final SparkSession spark;
    private final CodeJob job;
    private final String checkpoint;

    /** @param checkpoint a folder in which Spark keeps how far it came */
    public StreamJob(SparkSession spark, CodeJob job, String checkpoint) {
        this.spark = spark;
        this.job = job;
        this.checkpoint = checkpoint;
    }

    /** Codes the files of a folder and those that will come into it. A file should come whole: written elsewhere and moved. */
    public StreamingQuery folder(String folder, Trigger trigger) throws TimeoutException {
        Dataset<Row> files = spark.readStream()
                .format("binaryFile")
                .schema(FILES)
                .option("recursiveFileLookup", "true")
                .load(folder)
                .selectExpr("path", "length", "unix_millis(modificationTime) AS modified");
        return start(files, trigger, (batch, number) -> codeFiles(batch));
    }

    /**
     * Codes articles that come as JSON lines, as {@code casus page} writes them, in messages of Kafka. Needs Spark's connector on the class
     * path.
     *
     * @param options those of the connector: {@code kafka.bootstrap.servers}, {@code subscribe}, …
     */
    public StreamingQuery kafka(Map<String, String> options, Trigger trigger) throws TimeoutException {
        DataStreamReader reader = spark.readStream().format("kafka").options(options);
        return start(reader.load(), trigger, this::codeMessages);
    }

    private StreamingQuery start(Dataset<Row> stream, Trigger trigger, VoidFunction2<Dataset<Row>, Long> code)
            throws TimeoutException {
        return stream.writeStream()
                .option("checkpointLocation", checkpoint)
                .trigger(trigger)
                .foreachBatch(code)
                .start();
    }

    private void codeFiles(Dataset<Row> batch) throws IOException {
        List<InputFile> files = batch.collectAsList().stream()
                .map(row -> new InputFile(row.getString(0), row.getLong(1), row.getLong(2)))
                .filter(file -> Inputs.reads(file.path()))
                .sorted(Comparator.comparing(InputFile::path))
                .toList();
        job.code(files);
    }

    /** A message that Spark hands over again after a fault is in a batch of the same number, and coded once. */
    void codeMessages(Dataset<Row> messages, long number) throws IOException {
        String id = Article.fingerprint(checkpoint + '\n' + number);
        Batch batch = new Batch("b" + id, "r" + Article.fingerprint(checkpoint), Reading.USUAL, List.of());
        Dataset<Row> rows = messages.selectExpr(
                "partition",
                "offset",
                "concat(topic, ', partition ', partition, ', offset ', offset) AS input",
                "CAST(value AS STRING) AS value");
        job.code(batch, spark.createDataFrame(rows.javaRDD().flatMap(new ReadMessages()), Found.SCHEMA));
    }
}
