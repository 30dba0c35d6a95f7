package org.casus.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.log.Log;
import org.casus.metrics.Metrics;
import org.casus.samples.Samples;
import org.casus.server.Server;
import org.casus.server.ServerOptions;
import org.casus.store.Keeper;
import org.casus.store.SparkFolder;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;

/** A server on a store of its own, as {@code casus serve} starts it. */
final class RunningServer implements AutoCloseable {
    private static final Casus CASUS = LoadedCasus.CASUS;

    private final Path folder;
    private final Store store;
    private final Server server;

    private RunningServer(Path folder, Store store) throws IOException {
        this.folder = folder;
        this.store = store;
        server = Server.start(
                CASUS, store, ServerOptions.of("127.0.0.1", 0, null, null), new Metrics("test"), Log.text(System.err));
    }

    /** A server on what the Spark job would have written of the samples. */
    static RunningServer onData() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("casus-dashboard");
        new SparkFolder(folder, "v" + CASUS.version().digits())
                .write(
                        "b0000000000000001",
                        Samples.articles().stream().map(CASUS.coder()::code).toList());
        return new RunningServer(folder, Store.ofData(folder, CASUS));
    }

    private RunningServer(boolean samples, @Nullable String token, Consumer<Store> more) throws IOException {
        folder = Files.createTempDirectory("casus-dashboard");
        store = Store.open(folder.resolve("casus.duckdb"), CASUS.codebook());
        if (samples) {
            Keeper keeper = store.keeper(CASUS);
            Samples.articles().forEach(article -> keeper.keep(CASUS.coder().code(article)));
        }
        more.accept(store);
        server = Server.start(
                CASUS, store, ServerOptions.of("127.0.0.1", 0, token, null), new Metrics("test"), Log.text(System.err));
    }

    static RunningServer empty() throws IOException {
        return new RunningServer(false, null, store -> {});
    }

    static RunningServer withSamples() throws IOException {
        return new RunningServer(true, null, store -> {});
    }

    static RunningServer withSamples(String token) throws IOException {
        return new RunningServer(true, token, store -> {});
    }

    /** A server on a store that is filled before it starts. */
    static RunningServer on(Consumer<Store> filled) throws IOException {
        return new RunningServer(false, null, filled);
    }

    Store store() {
        return store;
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        server.close();
        store.close();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
