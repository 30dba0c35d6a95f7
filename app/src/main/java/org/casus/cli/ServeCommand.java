package org.casus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.Casus;
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
final class ServeCommand implements Callable<Integer> {
    static final int PORT = 8080;

    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "The store; a new one is made where there is none (default: casus.duckdb).")
    private Path store = Path.of("casus.duckdb");

    @Option(names = "--port", paramLabel = "PORT", description = "The port, 0 for any that is free (default: 8080).")
    private int port = PORT;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: 127.0.0.1); any other than loopback needs --token.")
    private String address = "127.0.0.1";

    @Option(names = "--token", paramLabel = "TOKEN", description = "What clients of the API must send.")
    private @Nullable String token;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second for each client, 0 for no limit (default: 0 on loopback, 50 elsewhere).")
    private @Nullable Integer rate;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerOptions options;
        try {
            options = ServerOptions.of(address, port, token, rate);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
        Casus casus = data.load();
        CountDownLatch asked = new CountDownLatch(1);
        GracefulStop stop = new GracefulStop();
        try (Store opened = Store.open(store, casus.codebook());
                Server server = Server.start(casus, opened, options, console.err())) {
            console.out().println(server.address());
            console.out().flush();
            console.say("casus: serving " + store + "; API at " + server.address() + "api/docs; stop with Ctrl+C");
            stop.onEnd(asked::countDown);
            asked.await();
        } finally {
            stop.done();
        }
        return 0;
    }
}
