package org.casus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.export.EventWriter;
import org.casus.samples.Samples;
import org.casus.store.Keeper;
import org.casus.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Codes the sample articles that come with the program and keeps them in a store.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--store", paramLabel = "FILE", description = "Where to keep them (default: casus-demo.duckdb).")
    private Path file = Path.of("casus-demo.duckdb");

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Casus casus = Casus.load();
        int events = 0;
        try (Store store = Store.open(file, casus.codebook());
                EventWriter table = Output.TABLE.on(console, casus.codebook())) {
            Keeper keeper = store.keeper(casus);
            for (Article article : Samples.articles()) {
                CodedArticle coded = casus.coder().code(article);
                events += coded.events().size();
                table.write(coded);
                keeper.keep(coded);
            }
        }
        console.say("");
        console.say(events + " events in " + Samples.count() + " sample articles, kept in " + file);
        console.say("See them:   casus serve --store " + file + ", then http://127.0.0.1:" + ServeCommand.PORT + "/");
        console.say("Your own:   casus code FILE or FOLDER; add --store casus.duckdb to keep them");
        console.say("As data:    casus export --store " + file + " --format csv");
        return 0;
    }
}
