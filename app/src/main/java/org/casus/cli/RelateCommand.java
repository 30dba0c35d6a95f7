package org.casus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.codebook.Folding;
import org.casus.data.DataException;
import org.casus.eval.PairFigures;
import org.casus.event.MarkedPair;
import org.casus.reader.LearnedReader.Deed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "relate",
        description = {
            "Tells what the marked source does to the marked target, for every row of a tab-separated file with a column marked_sentence (<s>source</s> ... <t>target</t>).",
            "Writes rows of id, type, cameo, status, trigger, confidence; with a column gold_root also the F1 figures, on standard error."
        },
        mixinStandardHelpOptions = true)
final class RelateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "FILE.tsv", description = "Tab-separated, with a header line.")
    private Path file;

    RelateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PairFigures figures = new PairFigures();
        int bad = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Writer out = console.writer()) {
            List<String> header = cells(lines.readLine());
            int marked = header.indexOf("marked_sentence");
            int id = header.indexOf("id");
            int gold = header.indexOf("gold_root");
            if (marked < 0) {
                throw new DataException(file + ": the header has no column \"marked_sentence\"");
            }
            Casus casus = data.load();
            out.write("id\ttype\tcameo\tstatus\ttrigger\tconfidence\n");
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                List<String> row = cells(line);
                Optional<MarkedPair> pair = row.size() > marked ? MarkedPair.parse(row.get(marked)) : Optional.empty();
                if (pair.isEmpty()) {
                    bad++;
                    console.say("casus: " + file + ", line " + number
                            + ": neither <s>source</s> nor <t>target</t> in marked_sentence");
                    continue;
                }
                Deed deed = pair.get().read(casus.splitter(), casus.reader(), new Folding(casus.codebook()));
                String name = id >= 0 && id < row.size() ? row.get(id) : Integer.toString(number - 1);
                out.write(name + "\t" + row(pair.get(), deed) + "\n");
                if (gold >= 0 && gold < row.size()) {
                    figures.add(row.get(gold), type(deed));
                }
            }
            if (gold >= 0) {
                console.say(figures.toString());
            }
        }
        return bad == 0 ? 0 : 1;
    }

    private static String type(Deed deed) {
        return String.valueOf(deed.code().type());
    }

    private static String row(MarkedPair pair, Deed deed) {
        return String.join(
                "\t",
                type(deed),
                deed.code().code(),
                deed.status().label(),
                pair.words(deed.trigger().first(), deed.trigger().end()),
                String.format(Locale.ROOT, "%.2f", deed.confidence()));
    }

    private static List<String> cells(@Nullable String line) {
        return line == null ? List.of() : Arrays.asList(line.split("\t", -1));
    }
}
