package org.casus.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.casus.article.Article;
import org.casus.article.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way from those who read to those who code, or the reason why there is none.
 *
 * @param source the number of its file in the batch
 * @param place its number in the file, from 0
 * @param input the file it comes from, with its file system
 * @param article null for an input that could not be read
 * @param problem null for an article
 */
record Found(
        int source,
        long place,
        String input,
        @Nullable Article article,
        @Nullable Problem problem) {
    static final StructType SCHEMA = new StructType()
            .add("source", IntegerType, false)
            .add("place", LongType, false)
            .add("input", StringType, false)
            .add("problem_input", StringType)
            .add("reason", StringType)
            .add("id", StringType)
            .add("file", StringType)
            .add("url", StringType)
            .add("title", StringType)
            .add("publisher", StringType)
            .add("published", StringType)
            .add("language", StringType)
            .add("body", StringType);

    Row toRow() {
        @Nullable Object[] values = new Object[SCHEMA.length()];
        values[0] = source;
        values[1] = place;
        values[2] = input;
        if (problem != null) {
            values[3] = problem.input();
            values[4] = problem.reason();
        }
        if (article != null) {
            values[5] = article.id();
            values[6] = article.file();
            values[7] = article.url();
            values[8] = article.title();
            values[9] = article.publisher();
            values[10] =
                    article.published() == null ? null : article.published().toString();
            values[11] = article.language();
            values[12] = article.body();
        }
        return RowFactory.create(values);
    }

    static Found of(Row row) {
        String id = row.getString(5);
        String day = row.getString(10);
        return new Found(
                row.getInt(0),
                row.getLong(1),
                row.getString(2),
                id == null
                        ? null
                        : new Article(
                                id,
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                day == null ? null : LocalDate.parse(day),
                                row.getString(11),
                                row.getString(12)),
                id == null ? new Problem(row.getString(3), row.getString(4)) : null);
    }
}
