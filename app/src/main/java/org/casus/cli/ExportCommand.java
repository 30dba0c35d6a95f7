package org.casus.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.codebook.Codebook;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.server.FilterText;
import org.casus.server.StoredExport;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes the events of a store, or a part of them, in a format that others read.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--store", paramLabel = "FILE", description = "The store (default: casus.duckdb).")
    private Path storeFile = Path.of("casus.duckdb");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: jsonl).")
    private ExportFormat format = ExportFormat.JSONL;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            description =
                    "Which events, as the dashboard's address has it: \"actor=AZE&type=CONSULT&from=2023-09-01\".")
    private @Nullable String filter;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to (default: standard output).")
    private @Nullable Path output;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        EventFilter chosen = chosen();
        if (output == null && format.isBinary() && console.printsToTerminal()) {
            throw wrong(format.label() + " is no text: name a file, --output events." + format.extension());
        }
        if (!Files.exists(storeFile)) {
            throw new IOException(
                    storeFile + " is not there; fill a store with: casus code --store " + storeFile + " PATH");
        }
        Codebook codebook = Codebook.bundled();
        StoredExport.Result result;
        try (Store store = Store.open(storeFile, codebook);
                OutputStream file = output == null ? null : new BufferedOutputStream(Files.newOutputStream(output))) {
            StoredExport export = new StoredExport(store, format, FormatContext.of(codebook, Version.number()));
            result = export.write(chosen, EventSort.FIRST_CODED, file == null ? console.out() : file);
        }
        if (!result.leftOut().isEmpty()) {
            console.say("casus: " + result.leftOut());
        }
        console.say("casus: " + result.events() + (result.events() == 1 ? " event" : " events") + " of " + storeFile
                + (output == null ? "" : " written to " + output)
                + (result.events() == 0 && filter != null ? "; no event matches the filter" : ""));
        return 0;
    }

    private EventFilter chosen() {
        try {
            return FilterText.parse(filter);
        } catch (IllegalArgumentException e) {
            throw wrong("--filter: " + e.getMessage());
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
