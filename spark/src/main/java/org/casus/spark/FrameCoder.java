package org.casus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Codes articles that Spark has already: a DataFrame with a row an article in, a DataFrame of events out.
 *
 * <pre>{@code
 * Dataset<Row> coded = new FrameCoder(Reading.USUAL).code(spark.table("news"));
 * Dataset<Row> events = FrameCoder.events(coded);
 * }</pre>
 *
 * Nothing is kept and nothing moved between executors: for what is done once, taken up again and free of doubles there is {@link CodeJob}.
 */
public final class FrameCoder {
    private final Reading reading;

    /** @param reading which columns hold what */
    public FrameCoder(Reading reading) {
        this.reading = reading;
    }

    /**
     * Codes each row. Gives one for each: {@code outcome} ({@code coded}, {@code foreign}, {@code failed} with its {@code reason}), what is
     * known of the article, {@code account} for stories, and {@code events}, an array.
     *
     * @param articles with a column of texts, and more as for tables of {@code casus code}
     * @throws IllegalArgumentException where no column holds texts, or not the one that was named
     */
    public Dataset<Row> code(Dataset<Row> articles) {
        List<String> header = List.of(articles.columns());
        try {
            TableRow.check(reading, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles.sparkSession()
                .createDataFrame(
                        articles.javaRDD()
                                .mapPartitions(new ReadRows(header, reading))
                                .map(found -> Outcome.of(
                                        Found.of(found), Coders.casus().coder())),
                        Outcome.SCHEMA);
    }

    /** The events of coded articles, a row each: the columns of {@code casus code --format parquet}. */
    public static Dataset<Row> events(Dataset<Row> coded) {
        return coded.select(explode(col("events")).as("event")).select("event.*");
    }
}
