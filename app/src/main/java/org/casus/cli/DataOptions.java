package org.casus.cli;

import java.nio.file.Path;
import java.util.List;
import org.casus.Casus;
import org.casus.OwnData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command takes a reader's model and actors of one's own. */
final class DataOptions {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A reader's model in place of the one inside the program.")
    private @Nullable Path model;

    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description =
                    "Actors of one's own: tables like the program's people.tsv, organisations.tsv or roles.tsv; rows with"
                            + " an id of the program's take its place. May be given more than once.")
    private List<Path> actors = List.of();

    @Option(
            names = "--triggers",
            paramLabel = "FILE",
            description =
                    "Triggers of one's own: a table like the program's triggers.tsv. May be given more than once.")
    private List<Path> triggers = List.of();

    Casus load() {
        return Casus.load(new OwnData(model, actors, triggers));
    }
}
