package org.casus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.article.Article;
import org.casus.data.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Checks the installation: Java, memory, models, data files, port, store; says what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final int LEAST_JAVA = 17;
    private static final long LEAST_HEAP_MB = 256;

    private final Console console;

    @Mixin
    private DataOptions data = new DataOptions();

    private PrintStream out = System.out;
    private int faults;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port that the dashboard would use (default: 8080).")
    private int port = ServeCommand.PORT;

    @Option(names = "--store", paramLabel = "FILE", description = "Where events would be kept (default: casus.duckdb).")
    private Path store = Path.of("casus.duckdb");

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        java();
        memory();
        models();
        port();
        store();
        out.println(faults == 0 ? "All is well." : faults + (faults == 1 ? " fault." : " faults."));
        return faults == 0 ? 0 : 1;
    }

    private void java() {
        int version = Runtime.version().feature();
        report(version >= LEAST_JAVA, "Java", Runtime.version().toString(), "install a JDK of version 17 or later");
    }

    private void memory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        report(heap >= LEAST_HEAP_MB, "Memory", heap + " MB heap", "give Java more: JAVA_OPTS=-Xmx512m casus ...");
    }

    private void models() {
        try {
            Casus casus = data.load();
            report(
                    true,
                    "Data files",
                    casus.codebook().codes().size() + " CAMEO codes, "
                            + casus.lexicon().size() + " triggers, "
                            + casus.actorBook().size() + " actor names",
                    "");
            int events = casus.coder()
                    .code(Article.of("France condemned Iran on Monday.", null))
                    .events()
                    .size();
            report(
                    events == 1,
                    "Models",
                    "a test sentence gives " + events + " event",
                    "build the program again: ./mvnw clean package");
        } catch (DataException e) {
            report(false, "Data files", e.getMessage(), "build the program again: ./mvnw clean package");
        }
    }

    private void port() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            report(true, "Port", socket.getLocalPort() + " is free", "");
        } catch (IOException | IllegalArgumentException e) {
            report(false, "Port", port + ": " + e.getMessage(), "choose another with --port");
        }
    }

    private void store() {
        Path folder = store.toAbsolutePath().getParent();
        boolean writable = Files.exists(store) ? Files.isWritable(store) : folder != null && Files.isWritable(folder);
        String state = Files.exists(store) ? store + " is there" : store + " can be made";
        report(writable, "Store", writable ? state : store + " cannot be written", "choose another place with --store");
    }

    private void report(boolean well, String what, String found, String remedy) {
        faults += well ? 0 : 1;
        out.println((well ? "ok     " : "FAULT  ")
                + String.format("%-11s", what)
                + found
                + (well ? "" : "\n       -> " + remedy));
    }
}
