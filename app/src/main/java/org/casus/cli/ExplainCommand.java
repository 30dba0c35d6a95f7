package org.casus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.export.Paint;
import org.casus.export.TableWriter;
import org.casus.reader.Mention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description =
                "Shows how a sentence or article is read: mentions, triggers, relations, and why each actor is who it is.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "The text; none or - is standard input.")
    private List<String> words = List.of();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The day the text was published.")
    private @Nullable LocalDate date;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean fromStdin = words.isEmpty() || words.equals(List.of("-"));
        String text =
                fromStdin ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8) : String.join(" ", words);
        if (text.isBlank()) {
            console.say("casus: nothing to explain: the text is empty");
            return 1;
        }
        Casus casus = data.load();
        CodedArticle coded = casus.coder().code(Article.of(text.strip(), date));
        Paint paint = console.paint();
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        new Explanation(out, paint).print(coded);
        coded.sentences().forEach(report -> {
            for (Mention mention : report.reading().mentions()) {
                String phrase = report.reading().sentence().textOf(mention.first(), mention.end());
                var resolution = casus.resolver().resolve(phrase, date);
                out.println(paint.bold(Paint.plain(phrase)) + "  "
                        + resolution.actor().country() + " "
                        + resolution.actor().sector() + paint.dim("  " + String.join("; ", resolution.reasons())));
            }
        });
        out.println();
        List<Event> events = coded.events();
        if (events.isEmpty()) {
            coded.whyEmpty().forEach(line -> out.println(Paint.plain(line)));
        } else {
            try (TableWriter table = new TableWriter(console.writer(), paint, console.width())) {
                table.write(coded);
            }
        }
        return 0;
    }
}
