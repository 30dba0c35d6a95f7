package org.casus.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.story.Account;

/**
 * Groups the events of an output into stories: one happening with all its reports, as {@link org.casus.story.Stories} finds them.
 *
 * <pre>{@code long stories = new StoryJob(spark, "hdfs:///events").run();}</pre>
 *
 * Tellings of different pairs of parties are never one happening, so each pair is a piece of work of its own, which goes through the days
 * with the seven that a story may span in memory. Reports without an event are left out: what articles tell besides their events is found by
 * words, across all pairs.
 */
public final class StoryJob {
    private static final StructType DYADS = new StructType()
            .add("dyad", DataTypes.StringType)
            .add("published", DataTypes.StringType)
            .add("article", DataTypes.StringType)
            .add("account", AccountRows.SCHEMA);

    private final SparkSession spark;
    private final Output output;

    public StoryJob(SparkSession spark, String output) throws IOException {
        this.spark = spark;
        this.output = new Output(
                spark.sparkContext().hadoopConfiguration(),
                output,
                Coders.casus().version());
    }

    /** Makes the table of stories anew from all articles; returns how many stories there are. */
    public long run() throws IOException {
        if (!output.hasArticles()) {
            return 0;
        }
        JavaRDD<Row> byDyad = spark.read()
                .parquet(output.table(Output.ARTICLES))
                .where(col("coder").equalTo(output.coder()).and(col("events").gt(0)))
                .select("account.*")
                .javaRDD()
                .flatMap(row -> AccountRows.of(row).byDyad().entrySet().stream()
                        .map(part -> dyad(part.getKey(), part.getValue()))
                        .iterator());
        Dataset<Row> ordered = spark.createDataFrame(byDyad, DYADS)
                .repartition(spark.sparkContext().defaultParallelism() * 4, col("dyad"))
                // nulls first: as Stories orders
                .sortWithinPartitions("dyad", "published", "article");
        JavaRDD<Row> stories = ordered.javaRDD().mapPartitions(new GroupDyads());
        spark.createDataFrame(stories, StoryRows.SCHEMA)
                .withColumn("coder", lit(output.coder()))
                .withColumn("month", coalesce(date_format(col("first_seen"), "yyyy-MM"), lit("none")))
                .repartition(col("month"))
                .sortWithinPartitions("month", "first_seen", "id")
                .write()
                .mode(SaveMode.Overwrite)
                .option("partitionOverwriteMode", "static")
                .option("compression", "zstd")
                .partitionBy("coder", "month")
                .parquet(output.table(Output.STORIES));
        return spark.read().parquet(output.table(Output.STORIES)).count();
    }

    private static Row dyad(String dyad, Account account) {
        return RowFactory.create(
                dyad,
                account.published() == null ? null : account.published().toString(),
                account.article(),
                AccountRows.toRow(account));
    }
}
