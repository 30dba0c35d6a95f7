package org.casus.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.export.EventWriter;
import org.casus.samples.Samples;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Codes the sample articles that come with the program.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Casus casus = Casus.load();
        int events = 0;
        try (EventWriter table = Output.TABLE.on(console, casus.codebook())) {
            for (Article article : Samples.articles()) {
                CodedArticle coded = casus.coder().code(article);
                events += coded.events().size();
                table.write(coded);
            }
        }
        console.say("");
        console.say(events + " events in " + Samples.count() + " sample articles. Your own: casus code FILE or FOLDER");
        console.say("As data: casus code --format jsonl FILE; how a sentence is read: casus explain \"TEXT\"");
        return 0;
    }
}
