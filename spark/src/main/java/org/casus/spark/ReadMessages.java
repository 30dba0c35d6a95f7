package org.casus.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Origin;
import org.casus.article.Problem;

/** Reads the articles of messages: rows of partition, offset, name, and JSON lines. */
final class ReadMessages implements FlatMapFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Row message) throws IOException {
        List<Row> found = new ArrayList<>();
        String name = message.getString(2);
        ArticleSink sink = new ArticleSink() {
            @Override
            public void article(Article article) {
                found.add(new Found(message.getInt(0), message.getLong(1), name, article, null).toRow());
            }

            @Override
            public void problem(Problem problem) {
                found.add(new Found(message.getInt(0), message.getLong(1), name, null, problem).toRow());
            }
        };
        if (message.isNullAt(3)) {
            sink.problem(new Problem(name, "is empty"));
        } else {
            byte[] lines = message.getString(3).getBytes(StandardCharsets.UTF_8);
            new ArticleReader()
                    .readLines(new ByteArrayInputStream(lines), new Origin(name, null, null, null, false, null), sink);
        }
        return found.iterator();
    }
}
