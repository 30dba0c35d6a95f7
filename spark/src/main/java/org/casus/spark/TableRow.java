package org.casus.spark;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;
import org.jspecify.annotations.Nullable;

/** A row of a DataFrame as a table of one row. */
final class TableRow implements Inputs.Rows {
    private final Row row;
    private boolean read;

    TableRow(Row row) {
        this.row = row;
    }

    /**
     * Asks whether a table of these columns can be read.
     *
     * @throws IllegalArgumentException with the reason why not
     */
    static void check(Reading reading, List<String> header) throws IOException {
        Sink sink = new Sink();
        reading.inputs().readTable(header, new NoRows(), origin("the table"), sink);
        if (!sink.problems.isEmpty()) {
            throw new IllegalArgumentException(sink.problems.get(0).reason());
        }
    }

    /** Reads the article. A row has no name but its place, which depends on how Spark cuts the table: it tells where to look, no more. */
    Found read(Inputs inputs, List<String> header, int partition, long number) throws IOException {
        String name = "partition " + partition + ", row " + number;
        Sink sink = new Sink();
        inputs.readTable(header, this, origin(name), sink);
        if (!sink.articles.isEmpty()) {
            return new Found(partition, number, name, sink.articles.get(0), null);
        }
        String reason = sink.problems.isEmpty()
                ? "holds no article"
                : sink.problems.get(0).reason();
        return new Found(partition, number, name, null, new Problem(name, reason));
    }

    private static Origin origin(String name) {
        return new Origin(name, null, null, null, false, null);
    }

    @Override
    public boolean next() {
        boolean first = !read;
        read = true;
        return first;
    }

    @Override
    public @Nullable String cell(int column) {
        Object value = row.get(column);
        if (value instanceof Timestamp time) {
            return utc(time.toInstant());
        }
        if (value instanceof Instant time) {
            return utc(time);
        }
        return value == null ? null : value.toString();
    }

    private static String utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }

    private static final class NoRows implements Inputs.Rows {
        @Override
        public boolean next() {
            return false;
        }

        @Override
        public @Nullable String cell(int column) {
            return null;
        }
    }

    private static final class Sink implements FeedSink, ArticleSink {
        private final List<Article> articles = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void found(Unread input) {
            input.read(this);
        }

        @Override
        public void article(Article article) {
            articles.add(article);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void passedOver() {}

        @Override
        public void note(String line) {}
    }
}
