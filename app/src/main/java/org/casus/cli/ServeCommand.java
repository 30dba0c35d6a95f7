package org.casus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.Casus;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.casus.metrics.Metrics;
import org.casus.server.Server;
import org.casus.server.ServerOptions;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serves the dashboard and the API on a store, until it is stopped (Ctrl+C).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer>, Logging {
    static final int PORT = 8080;

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ListenOptions listening = new ListenOptions();

    @Mixin
    private LogOptions logging = new LogOptions();

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "The store; a new one is made where there is none (default: casus.duckdb).")
    private @Nullable Path store;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "In place of a store the Parquet files that the Spark job wrote there, to read only.")
    private @Nullable Path folder;

    @Option(names = "--port", paramLabel = "PORT", description = "The port, 0 for any that is free (default: 8080).")
    private int port = PORT;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Log log() {
        return logging.on(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (folder != null && store != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--data and --store are two ways to say what is served: name one");
        }
        ServerOptions options = listening.at(port, console);
        Log log = log();
        Casus casus = data.load();
        CountDownLatch asked = new CountDownLatch(1);
        GracefulStop stop = new GracefulStop();
        try (Metrics metrics = new Metrics(Version.number());
                Store opened = open(casus);
                Server server = Server.start(casus, opened, options, metrics, log)) {
            Serving.announce(server, served(), console, log);
            stop.onEnd(asked::countDown);
            asked.await();
            log.write(Entry.info("stopping"));
        } finally {
            stop.done();
        }
        return 0;
    }

    private Path served() {
        return folder != null ? folder : store != null ? store : Path.of("casus.duckdb");
    }

    private Store open(Casus casus) {
        return folder == null ? Store.open(served(), casus.codebook()) : Store.ofData(folder, casus);
    }
}
