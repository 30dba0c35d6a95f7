package org.casus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.actor.ActorBook;
import org.casus.codebook.Codebook;
import org.casus.petrarch.PetrarchImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Turns others' dictionaries into tables for --actors and --triggers.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "petrarch", description = "Whose: petrarch (PETRARCH and TABARI).")
    private String format;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder with the dictionaries (.txt).")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the tables go (default: ${DEFAULT-VALUE}); files that are there are replaced.",
            defaultValue = ".")
    private Path out;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("petrarch")) {
            throw new ParameterException(spec.commandLine(), "'" + format + "' is none of: petrarch");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        PetrarchImport tables = PetrarchImport.read(folder, ActorBook.bundled()::isCountry, Codebook.bundled()::has);
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put("people.tsv", tables.people());
        files.put("bodies.tsv", tables.bodies());
        files.put("roles.tsv", tables.roles());
        files.put("triggers.tsv", tables.triggers());
        Files.createDirectories(out);
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            if (!file.getValue().isEmpty()) {
                Files.write(out.resolve(file.getKey()), file.getValue());
                console.say(out.resolve(file.getKey()) + ": " + file.getValue().size() + " rows");
            }
        }
        tables.problems().stream().limit(MOST_SHOWN).forEach(problem -> console.say("  " + problem));
        if (tables.problems().size() > MOST_SHOWN) {
            Files.write(out.resolve("not-carried-over.txt"), tables.problems());
            console.say("  … " + tables.problems().size() + " in all: " + out.resolve("not-carried-over.txt"));
        }
        return 0;
    }
}
