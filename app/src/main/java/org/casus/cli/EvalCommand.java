package org.casus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.Problem;
import org.casus.eval.Accuracy;
import org.casus.eval.Gold;
import org.casus.eval.Level;
import org.casus.eval.Score;
import org.casus.event.Event;
import org.casus.export.Paint;
import org.casus.feed.Columns;
import org.casus.feed.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "eval",
        description = "Codes the texts of a gold file and gives precision, recall and F1: strict, tuple and type.",
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "GOLD.jsonl", description = "A JSON line an article: id, sha256, events.")
    private Path goldFile;

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            required = true,
            description = "Where the texts are: ID.txt or ID.html.")
    private Path texts;

    @Option(names = "--misses", description = "List every event that was missed or wrong, at tuple level.")
    private boolean misses;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Gold gold = Gold.read(goldFile);
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        Map<String, List<Event>> coded = new LinkedHashMap<>();
        int[] problems = {0};
        try (CodeRun run = new CodeRun(
                data.load().coder()::code,
                new Inputs(Columns.guessed(), false),
                Runtime.getRuntime().availableProcessors(),
                new CodeRun.Results() {
                    @Override
                    public void coded(CodedArticle article) {
                        coded.put(id(article.article().file()), article.events());
                    }

                    @Override
                    public void problem(Problem problem) {
                        problems[0]++;
                        console.say("casus: " + Paint.plain(problem.toString()));
                    }

                    @Override
                    public void foreign(Article article, String language) {
                        problem(new Problem(article.file(), "is not English (" + language + ")"));
                    }
                })) {
            run.run(gold.ids().stream().map(id -> Accuracy.text(texts, id)).toList(), console);
        }
        for (Level level : Level.values()) {
            Score score = gold.score(coded, level);
            out.println(score);
            if (level == Level.TUPLE) {
                score.perType()
                        .forEach((type, counts) -> out.println(String.format(
                                Locale.ROOT,
                                "    %-10s right %3d wrong %3d missed %3d",
                                type,
                                counts[0],
                                counts[1],
                                counts[2])));
                if (misses) {
                    score.misses().forEach(out::println);
                }
            }
        }
        List<String> empty = gold.ids().stream().filter(gold::isEmpty).toList();
        if (!empty.isEmpty()) {
            long kept = empty.stream()
                    .filter(id -> coded.getOrDefault(id, List.of()).isEmpty())
                    .count();
            out.println("articles without politics left empty: " + kept + " of " + empty.size());
        }
        return problems[0] == 0 ? 0 : 1;
    }

    private static String id(String file) {
        return file.replaceFirst("\\.[^.]+$", "");
    }
}
