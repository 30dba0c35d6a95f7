package org.casus.cli;

import java.nio.file.Path;
import org.casus.Casus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command takes a reader's model of one's own. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A reader's model in place of the one inside the program.")
    private @Nullable Path model;

    Casus load() {
        return Casus.load(model);
    }
}
