package org.casus.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;
import org.jspecify.annotations.Nullable;

/** Finds and reads the articles of some files, by the very readers of the command line. */
final class ReadFiles implements FlatMapFunction<List<ReadFiles.Numbered>, Row> {
    /** A file with its number in the batch. */
    record Numbered(int number, InputFile file) implements Serializable {}

    /** Spark tries a task four times unless told otherwise. */
    private static final int LAST_ATTEMPT = 3;

    private final SerializableConfiguration configuration;
    private final Reading reading;

    ReadFiles(SerializableConfiguration configuration, Reading reading) {
        this.configuration = configuration;
        this.reading = reading;
    }

    @Override
    public Iterator<Row> call(List<Numbered> files) {
        TaskContext task = TaskContext.get();
        boolean mayTryAgain = task.attemptNumber() < LAST_ATTEMPT;
        HandOver<Row> rows = new HandOver<>("reading", taker -> {
            for (Numbered file : files) {
                read(file, mayTryAgain, taker);
            }
        });
        task.addTaskCompletionListener((TaskCompletionListener) over -> rows.close());
        return rows;
    }

    private void read(Numbered numbered, boolean mayTryAgain, HandOver.Taker<Row> taker) throws IOException {
        Sink sink = new Sink(numbered, taker);
        Inputs inputs = reading.inputs();
        String name = numbered.file().path();
        Path path = new Path(name);
        Configuration hadoop = configuration.value();
        if (ParquetRows.isParquet(name)) {
            ParquetRows.read(path, hadoop, inputs, sink);
            return;
        }
        FileSystem system = path.getFileSystem(hadoop);
        try (WatchedStream in = new WatchedStream(system.open(path))) {
            inputs.readFile(in, name, sink);
            IOException failure = in.failure();
            if (failure != null && mayTryAgain) {
                throw failure;
            }
        } catch (IOException e) {
            if (mayTryAgain) {
                throw e;
            }
            sink.problem(new Problem(name, "cannot be read: " + e.getMessage()));
        }
    }

    private static final class Sink implements FeedSink, ArticleSink {
        private final Numbered file;
        private final HandOver.Taker<Row> taker;
        private long place;
        private boolean wanted = true;

        Sink(Numbered file, HandOver.Taker<Row> taker) {
            this.file = file;
            this.taker = taker;
        }

        @Override
        public void found(Unread input) {
            if (!wanted) {
                return;
            }
            try {
                input.read(this);
            } catch (RuntimeException | StackOverflowError e) {
                problem(new Problem(file.file().path(), "article " + place + " of the file could not be read: " + e));
            }
        }

        @Override
        public void article(Article article) {
            push(article, null);
        }

        @Override
        public void problem(Problem problem) {
            push(null, problem);
        }

        private void push(@Nullable Article article, @Nullable Problem problem) {
            wanted = taker.take(new Found(file.number(), place++, file.file().path(), article, problem).toRow());
        }

        @Override
        public void passedOver() {}

        @Override
        public void note(String line) {}
    }
}
