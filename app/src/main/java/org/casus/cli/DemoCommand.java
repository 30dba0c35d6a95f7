package org.casus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.data.DataException;
import org.casus.export.EventWriter;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Codes the sample articles that come with the program.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String HOME = "/org/casus/samples/";

    /** Invented reports, written for this program in the manner of agencies. */
    private static final List<String> SAMPLES =
            List.of("delegation.html", "sanctions.txt", "protest.txt", "offensive.txt", "aid.txt", "ceasefire.txt");

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Casus casus = Casus.load();
        int events = 0;
        try (EventWriter table = Output.TABLE.on(console, casus.codebook())) {
            for (Article article : samples()) {
                CodedArticle coded = casus.coder().code(article);
                events += coded.events().size();
                table.write(coded);
            }
        }
        console.say("");
        console.say(events + " events in " + SAMPLES.size() + " sample articles. Your own: casus code FILE or FOLDER");
        console.say("As data: casus code --format jsonl FILE; how a sentence is read: casus explain \"TEXT\"");
        return 0;
    }

    private static List<Article> samples() throws IOException {
        List<Article> articles = new ArrayList<>();
        ArticleReader reader = new ArticleReader();
        for (String sample : SAMPLES) {
            try (InputStream in = DemoCommand.class.getResourceAsStream(HOME + sample)) {
                if (in == null) {
                    throw new DataException("the sample " + sample + " is missing from the program; build it again");
                }
                reader.read(in, sample, new ArticleSink() {
                    @Override
                    public void article(Article article) {
                        articles.add(article);
                    }

                    @Override
                    public void problem(Problem problem) {
                        throw new DataException(problem.toString());
                    }
                });
            }
        }
        return articles;
    }
}
