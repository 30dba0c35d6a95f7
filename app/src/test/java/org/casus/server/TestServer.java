package org.casus.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.log.Log;
import org.casus.metrics.Metrics;
import org.casus.samples.Samples;
import org.casus.store.Keeper;
import org.casus.store.SparkFolder;
import org.casus.store.Store;

/** A real server on a real store with the samples coded, and a client for it. */
final class TestServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Casus CASUS = LoadedCasus.CASUS;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final Path folder;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Store store;
    final Server server;

    private TestServer(Path folder, Store store, ServerOptions options, Limits limits) throws IOException {
        this.folder = folder;
        this.store = store;
        server = Server.start(
                CASUS,
                store,
                options,
                limits,
                new Metrics("test"),
                Log.text(new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    private static TestServer start(boolean withSamples, ServerOptions options, Limits limits) throws IOException {
        Path folder = Files.createTempDirectory("casus-server");
        Store store = Store.open(folder.resolve("test.duckdb"), CASUS.codebook());
        if (withSamples) {
            Keeper keeper = store.keeper(CASUS);
            Samples.articles().forEach(article -> keeper.keep(CASUS.coder().code(article)));
        }
        return new TestServer(folder, store, options, limits);
    }

    /** On what the Spark job would have written of the samples. */
    static TestServer onData() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("casus-server");
        new SparkFolder(folder, "v" + CASUS.version().digits())
                .write(
                        "b0000000000000001",
                        Samples.articles().stream().map(CASUS.coder()::code).toList());
        return new TestServer(
                folder, Store.ofData(folder, CASUS), ServerOptions.of("127.0.0.1", 0, null, null), Limits.usual());
    }

    static TestServer start() throws IOException {
        return start(ServerOptions.of("127.0.0.1", 0, null, null), Limits.usual());
    }

    static TestServer start(ServerOptions options, Limits limits) throws IOException {
        return start(true, options, limits);
    }

    static TestServer empty() throws IOException {
        return start(false, ServerOptions.of("127.0.0.1", 0, null, null), Limits.usual());
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<byte[]> bytes(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The JSON of an answer that must be 200. */
    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    /** All events of the store as JSON. */
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        json("/api/events?limit=500").get("events").forEach(events::add);
        return events;
    }

    /** Sends bytes as they are and returns what comes back until the server closes or is silent for too long. */
    String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1), 60_000);
    }

    String raw(byte[] request, int patienceMs) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(patienceMs);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.getInputStream().transferTo(answer);
            } catch (IOException closedOrSilent) {
                // what came until then is what counts
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        store.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
