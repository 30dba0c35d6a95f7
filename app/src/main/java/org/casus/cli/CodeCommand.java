package org.casus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.Problem;
import org.casus.export.EventWriter;
import org.casus.export.Paint;
import org.casus.feed.Inputs;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "code",
        description =
                "Codes articles: pages, texts, JSON lines, tables (CSV, Parquet), archives (zip, tar, gzip), web archives"
                        + " (WARC), folders of them. Events go to standard output.",
        mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private FeedOptions feed = new FeedOptions();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders; - is standard input.")
    private List<Path> paths;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Output.Converter.class,
            completionCandidates = Output.Names.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: table).")
    private Output format = Output.TABLE;

    @Option(
            names = "--explain",
            description = "Say for every sentence what was found and what was lacking (on standard error).")
    private boolean explain;

    @Option(
            names = "--min-confidence",
            paramLabel = "P",
            description = "Leave out events that are less sure than P (0 to 1).")
    private double minConfidence;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many articles at once (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Also keep articles and events in a store; what it holds already is not coded again.")
    private @Nullable Path storeFile;

    @Option(names = "--stats", description = "Say at the end how many articles a second and how much memory.")
    private boolean stats;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (format.isBinary() && console.printsToTerminal()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), format + " is no text: send it into a file, > events." + format);
        }
        Casus casus = data.load();
        Tally tally = new Tally();
        Optional<String> leftOut;
        try (Store store = storeFile == null ? null : Store.open(storeFile, casus.codebook());
                Keeping keeping = Keeping.in(store, casus, explain);
                EventWriter writer = format.on(console, casus.codebook());
                CodeRun run = new CodeRun(
                        keeping, feed.inputs(), Math.max(1, threads), new Handling(writer, tally, keeping))) {
            run.run(paths, console);
            leftOut = writer.leftOut();
            tally.progress.finish();
            keeping.report(console);
        }
        leftOut.ifPresent(message -> console.say("casus: " + message));
        tally.inputs.lines().forEach(console::say);
        if (stats) {
            console.say(tally.stats.summary());
        }
        return tally.inputs.sawProblems() ? 1 : 0;
    }

    private final class Tally {
        final Progress progress = new Progress(console, "articles", total());
        final RunStats stats = new RunStats();
        final InputTally inputs = new InputTally();
    }

    private long total() {
        boolean filesOnly = paths.stream().allMatch(path -> Files.isRegularFile(path) && !Inputs.holdsMany(path));
        return filesOnly ? paths.size() : 0;
    }

    private final class Handling implements CodeRun.Results {
        private final EventWriter writer;
        private final Tally tally;
        private final Keeping keeping;

        Handling(EventWriter writer, Tally tally, Keeping keeping) {
            this.writer = writer;
            this.tally = tally;
            this.keeping = keeping;
        }

        @Override
        public void coded(CodedArticle coded) throws IOException {
            boolean before = keeping.keep(coded);
            CodedArticle kept = coded.atLeast(minConfidence);
            writer.write(kept);
            tally.stats.add(coded);
            tally.inputs.article();
            if (explain) {
                new Explanation(console.err(), console.paint()).print(coded);
            }
            if (kept.events().isEmpty() && !before) {
                console.sayWhyEmpty(coded);
                if (!coded.events().isEmpty()) {
                    console.say("  " + coded.events().size() + " less sure than --min-confidence " + minConfidence);
                }
            }
            tally.progress.step();
        }

        @Override
        public void problem(Problem problem) {
            tally.inputs.problem();
            console.say("casus: " + Paint.plain(problem.toString()));
            tally.progress.step();
        }

        @Override
        public void foreign(Article article, String language) {
            tally.inputs.foreign(article, language);
            tally.progress.step();
        }

        @Override
        public void passedOver() {
            tally.inputs.passedOver();
        }

        @Override
        public void note(String line) {
            console.say("casus: " + Paint.plain(line));
        }
    }
}
