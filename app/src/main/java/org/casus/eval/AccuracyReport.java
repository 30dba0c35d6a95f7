package org.casus.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.eval.SentenceFigures.Told;

/** The figures of an {@link Accuracy} as pages for people and as a table for the test that holds them. */
public final class AccuracyReport {
    /** How far a figure may fall, or differ on another processor, before it counts as changed. */
    public static final double TOLERANCE = 0.01;

    private static final String FIGURES = "accuracy.tsv";
    private static final int BINS = 5;

    private final Accuracy accuracy;

    public AccuracyReport(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    /** Writes {@code accuracy.md}, {@code accuracy.tsv} and the plots into a folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("accuracy.md"), page());
        StringBuilder table = new StringBuilder("figure\tvalue\n");
        accuracy.figures().forEach((name, value) -> table.append(row(name, value)));
        Files.writeString(folder.resolve(FIGURES), table.toString());
        Files.writeString(
                folder.resolve("confusion-own.svg"),
                ConfusionPlot.svg(
                        "Own held-out sentences: right type (rows), given type (columns)",
                        accuracy.sentences().types()));
        if (accuracy.pairs().rows() > 0) {
            Files.writeString(
                    folder.resolve("confusion-pairs.svg"),
                    ConfusionPlot.svg("Marked pairs: right type (rows), given type (columns)", accuracy.pairs()));
        }
    }

    private static String row(String name, double value) {
        return String.format(Locale.ROOT, "%s\t%.3f%n", name, value);
    }

    /** What differs from the committed figures by more than {@link #TOLERANCE}, a line each; empty when all agree. */
    public List<String> differences(Path folder) throws IOException {
        Map<String, Double> committed = new LinkedHashMap<>();
        Files.readAllLines(folder.resolve(FIGURES)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(cells -> committed.put(cells[0], Double.valueOf(cells[1])));
        List<String> differences = new ArrayList<>();
        accuracy.figures().forEach((name, value) -> {
            Double old = committed.get(name);
            if (old == null) {
                differences.add(name + ": measured " + rounded(value) + ", not in " + FIGURES);
            } else if (Math.abs(old - value) > TOLERANCE) {
                differences.add(name + ": measured " + rounded(value) + ", committed " + rounded(old));
            }
        });
        return differences;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private String page() {
        SentenceFigures own = accuracy.sentences();
        StringBuilder page = new StringBuilder();
        page.append("""
                # Accuracy, as measured
                This page is written by one command, which anyone can run again; the build fails when a figure of it differs by more than a point:

                ```
                casus accuracy --write docs            # own sentences alone
                casus accuracy --write docs --yardsticks DIR
                ```

                ## Sentences of the project's own
                A tenth of `training/sentences` (by checksum) on which the model was not trained. An event counts only when source, target and
                type are all right, with mentions that the reader found itself: "exact" where each mention has the very words that are
                marked, "by overlap" where it shares words with the marked one ("the embassy" for "the embassy in Oslo").

                | | precision | recall | F1 |
                |---|---|---|---|
                """);
        line(page, "mentions, exact", own.mentions());
        line(page, "triggers, by overlap", own.triggers());
        line(page, "events, exact", own.events());
        line(page, "events, by overlap", own.overlappingEvents());
        line(page, "plain register: events, exact", own.plainEvents());
        line(page, "plain register: events, by overlap", own.plainOverlappingEvents());
        page.append(String.format(
                Locale.ROOT,
                "%nOf %d sentences without an event %d were left empty.%n%n",
                own.eventless(),
                own.eventless() - own.disturbed()));
        page.append(
                "| events of type, exact (95 % interval) | precision | recall | F1 | right ones |\n|---|---|---|---|---|\n");
        own.perType()
                .forEach((type, counts) -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f (%s) | %.2f (%s) | %.2f | %d |%n",
                        type,
                        counts.precision(),
                        counts.precisionInterval(),
                        counts.recall(),
                        counts.recallInterval(),
                        counts.f1(),
                        counts.wanted())));
        page.append(String.format(
                Locale.ROOT,
                "%nOf pairs whose mentions are given, %d: type accuracy %.3f, macro F1 %.3f; three-digit CAMEO code %.3f; status %.3f.%n%n",
                own.types().rows(),
                own.types().micro(),
                own.types().macro(),
                own.codes().precision(),
                own.statuses().precision()));
        page.append("| status | precision | recall | F1 | right ones |\n|---|---|---|---|---|\n");
        own.perStatus()
                .forEach((status, counts) -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.2f | %.2f | %d |%n",
                        status,
                        counts.precision(),
                        counts.recall(),
                        counts.f1(),
                        counts.wanted())));
        page.append("\n![Which types are taken for which](confusion-own.svg)\n\n");
        reliability(page, own.told());
        page.append("""
                ## Articles of the project's own
                Thirty articles and their events ([eval](../eval)), written for measuring: strict (country and sector of both sides and type), tuple
                (country of both sides and type), type (type and one side). Whole run, from text to events.

                """);
        scores(page, "own articles", "eval/articles.gold.jsonl --texts eval/articles");
        yardsticks(page);
        return page.toString();
    }

    private static void line(StringBuilder page, String name, Counts counts) {
        page.append(String.format(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name, counts.precision(), counts.recall(), counts.f1()));
    }

    /** Said and true confidence, in bins between the reader's threshold and 1. */
    private static void reliability(StringBuilder page, List<Told> told) {
        page.append(
                "### Is confidence honest?\n| confidence | events | mean confidence | right |\n|---|---|---|---|\n");
        for (int bin = 0; bin < BINS; bin++) {
            double low = 0.5 + 0.1 * bin;
            List<Told> here = told.stream()
                    .filter(one -> one.confidence() >= low && (one.confidence() < low + 0.1 || low > 0.89))
                    .toList();
            double mean = here.stream().mapToDouble(Told::confidence).average().orElse(0);
            long right = here.stream().filter(Told::right).count();
            page.append(String.format(
                    Locale.ROOT,
                    "| %.1f–%.1f | %d | %.2f | %.2f |%n",
                    low,
                    low + 0.1,
                    here.size(),
                    mean,
                    Score.ratio((int) right, here.size())));
        }
        page.append('\n');
    }

    private void yardsticks(StringBuilder page) {
        if (accuracy.pairs().rows() == 0) {
            return;
        }
        page.append(String.format(
                Locale.ROOT,
                """
                ## Yardsticks
                Human-coded texts that lie outside this repository; nothing of them is in the sentences, the lexicon or the actor book.

                ### Types of marked pairs
                `casus relate pairs.dev.tsv`: %d news sentences with a marked source and target and a type by human coders; CONCEDE and
                RETREAT count as YIELD. Macro F1 **%.3f**, accuracy **%.3f**. The model was not trained on them. A deed that is only
                planned is told as its intent here (a planned visit as AGREE 036, planned sanctions as THREATEN 1312), since the answer has one type and
                the coders had no status; events of `casus code` keep the deed and say `planned`.

                ```
                %s```

                ![Which types are taken for which](confusion-pairs.svg)

                """,
                accuracy.pairs().rows(),
                accuracy.pairs().macro(),
                accuracy.pairs().micro(),
                accuracy.pairs().table()));
        page.append("### An agency's readout of a meeting\n");
        scores(page, "seed", "seed.gold.jsonl --texts DIR");
        page.append("### Pages from the web of 2018\n");
        scores(page, "pages", "articles.gold.jsonl --texts DIR");
        accuracy.figures().forEach((name, value) -> {
            if (name.endsWith("without politics left empty")) {
                page.append(String.format(Locale.ROOT, "Share of %s: %.2f%n", name, value));
            }
        });
    }

    private void scores(StringBuilder page, String name, String arguments) {
        page.append("`casus eval ").append(arguments).append("`\n\n```\n");
        accuracy.gold()
                .getOrDefault(name, Map.of())
                .forEach((level, score) -> page.append(score).append('\n'));
        page.append("```\n\n");
    }
}
