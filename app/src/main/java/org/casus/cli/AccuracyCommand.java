package org.casus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.eval.Accuracy;
import org.casus.eval.AccuracyReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "accuracy",
        description =
                "Measures the program on its own held-out sentences, its own articles and, where given, on the yardsticks.",
        mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--sentences",
            paramLabel = "DIR",
            description = "The project's own sentences (default: training/sentences).")
    private Path sentences = Path.of("training", "sentences");

    @Option(
            names = "--articles",
            paramLabel = "DIR",
            description = "The project's own articles with their events (default: eval).")
    private Path articles = Path.of("eval");

    @Option(names = "--yardsticks", paramLabel = "DIR", description = "Where pairs.dev.tsv, seed.txt and articles lie.")
    private @Nullable Path yardsticks;

    @Option(names = "--write", paramLabel = "DIR", description = "Write accuracy.md, accuracy.tsv and plots there.")
    private @Nullable Path write;

    @Option(
            names = "--check",
            paramLabel = "DIR",
            description = "Compare with the accuracy.tsv there; 1 if it differs.")
    private @Nullable Path check;

    AccuracyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Accuracy accuracy = Accuracy.measure(data.load(), sentences, articles, yardsticks);
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        accuracy.figures().forEach((name, value) -> out.println(String.format(Locale.ROOT, "%-40s %.3f", name, value)));
        AccuracyReport report = new AccuracyReport(accuracy);
        if (write != null) {
            report.write(write);
        }
        List<String> differences = check == null ? List.of() : report.differences(check);
        differences.forEach(console::say);
        return differences.isEmpty() ? 0 : 1;
    }
}
