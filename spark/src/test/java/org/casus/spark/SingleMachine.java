package org.casus.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Language;
import org.casus.article.Problem;
import org.casus.export.EventWriter;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.feed.Columns;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;

/** What {@code casus code --format parquet} does on one machine, without Spark; an article that comes again is left out. */
record SingleMachine(List<CodedArticle> coded, List<Problem> problems, int foreign) {

    static SingleMachine code(Path folder) {
        Casus casus = Coders.casus();
        Set<String> known = new HashSet<>();
        List<CodedArticle> coded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int[] foreign = {0};
        class Sink implements FeedSink, ArticleSink {
            @Override
            public void found(Unread input) {
                input.read(this);
            }

            @Override
            public void article(Article article) {
                if (!known.add(article.id())) {
                    return;
                }
                if (Language.notEnglish(article).isPresent()) {
                    foreign[0]++;
                } else {
                    coded.add(casus.coder().code(article));
                }
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
        new Inputs(Columns.guessed(), false).read(folder, new Sink());
        return new SingleMachine(coded, problems, foreign[0]);
    }

    void write(Path parquet) throws IOException {
        try (OutputStream out = Files.newOutputStream(parquet);
                EventWriter writer = ExportFormat.PARQUET.on(
                        out, FormatContext.of(Coders.casus().codebook(), "test"))) {
            for (CodedArticle article : coded) {
                writer.write(article);
            }
        }
    }
}
