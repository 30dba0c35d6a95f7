package org.casus.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.casus.Casus;
import org.casus.CoderVersion;
import org.casus.export.FormatContext;
import org.casus.log.Log;
import org.casus.metrics.Metrics;
import org.casus.store.BusyException;
import org.casus.store.Store;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard and the API on a store.
 *
 * <pre>{@code
 * try (Server server = Server.start(casus, store, ServerOptions.of("127.0.0.1", 8080, null, null), metrics, Log.text(System.err))) {
 *     System.out.println(server.address());
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {
    private static final int LARGEST_HEAD = 16 * 1024;
    private static final long STOPPING_MS = 5_000;

    /** Addresses that the dashboard shows by itself: all of them are its one page. */
    private static final List<String> PAGES = List.of(
            "/",
            "/relations",
            "/relations/{a}/{b}",
            "/positions",
            "/articles",
            "/articles/{id}",
            "/events",
            "/sources",
            "/try");

    private final ServerOptions options;
    private final Limits limits;
    private final ProblemPages problems;
    private final Answers answers;
    private final Coding coding;
    private final EventStream stream;
    private final LongAnswers streams;
    private final LongAnswers exports;
    private final LongAnswers scrapes = new LongAnswers("scrapes", 4);
    private final HealthCheck health;
    private final Metrics metrics;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final StaticFiles files = new StaticFiles();
    private final Javalin javalin;
    private @Nullable SlowClients slowClients;

    private Server(Casus casus, Store store, ServerOptions options, Limits limits, Metrics metrics, Log log) {
        this.options = options;
        this.limits = limits;
        this.problems = new ProblemPages(log);
        this.metrics = metrics;
        this.health = new HealthCheck(store, log);
        this.answers = new Answers(limits, store::changes);
        this.coding = new Coding(limits);
        this.stream = new EventStream(store);
        this.streams = new LongAnswers("streams", limits.streams());
        this.exports = new LongAnswers("exports", limits.exports());
        CoderVersion version = casus.version();
        endpoints.addAll(new EventEndpoints(store, answers, stream, streams).all());
        endpoints.addAll(new FigureEndpoints(store, answers, version).all());
        endpoints.addAll(new PositionEndpoints(store, answers).all());
        endpoints.addAll(new ArticleEndpoints(casus, store, answers, coding, limits, metrics).all());
        endpoints.addAll(new SourceEndpoints(store, answers, options.follows()).all());
        FormatContext formats = FormatContext.of(casus.codebook(), version.program());
        endpoints.addAll(new ExportEndpoints(store, formats, exports).all());
        endpoints.addAll(new ReferenceEndpoints(casus.codebook()).all());
        endpoints.addAll(new OperationEndpoints(health, metrics, scrapes).all());
        endpoints.add(description(version.program()));
        new StoreGauges(store, Clock.systemUTC()).register(metrics);
        metrics.gauge("casus.api.waiting", "Articles sent to the API that wait to be coded", coding::waiting);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server; it works until it is closed. The store stays the caller's to close, after the server.
     *
     * @param metrics of the process; the server adds its own and shows all
     * @param log where faults of the program go
     * @throws IOException when the port is taken or the address is not this machine's
     */
    public static Server start(Casus casus, Store store, ServerOptions options, Metrics metrics, Log log)
            throws IOException {
        return start(casus, store, options, Limits.usual(), metrics, log);
    }

    static Server start(Casus casus, Store store, ServerOptions options, Limits limits, Metrics metrics, Log log)
            throws IOException {
        Server server = new Server(casus, store, options, limits, metrics, log);
        try {
            server.javalin.start();
        } catch (JavalinBindException e) {
            server.close();
            throw new IOException(
                    "port " + options.port() + " is taken; stop what uses it, or choose another with --port", e);
        } catch (RuntimeException e) {
            server.close();
            throw new IOException("cannot listen on " + options.address() + ":" + options.port(), e);
        }
        Objects.requireNonNull(server.slowClients).start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** What to open in a browser. */
    public String address() {
        String host = options.address().contains(":") ? "[" + options.address() + "]" : options.address();
        return "http://" + host + ":" + port() + "/";
    }

    /** All that the API answers. */
    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    @Override
    public void close() {
        stop();
    }

    /** Takes no new requests, lets those in work end for some seconds, and stops. May be called again. */
    public synchronized void stop() {
        stream.close();
        javalin.stop();
        if (slowClients != null) {
            slowClients.close();
        }
        answers.close();
        coding.close();
        streams.close();
        exports.close();
        scrapes.close();
        health.close();
    }

    private Endpoint description(String version) {
        return Endpoint.get(
                "/api/openapi.json",
                "reference",
                "This description",
                List.of(),
                Endpoint.Reply.json("OpenAPI 3.1", new Schema(Map.of("type", "object"))),
                call -> call.answer(
                        answers.to("openapi", () -> OpenApi.of(endpoints, version, options.token() != null))));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = limits.body();
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler((response, error) -> {
            problems.logged("a request", error);
            response.setStatus(500);
        });
        config.jetty.threadPool = new QueuedThreadPool(limits.threads(), 4);
        config.jetty.modifyHttpConfiguration(this::configureHttp);
        config.jetty.modifyServer(this::configureJetty);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
        config.jetty.addConnector(this::connector);
        routes(config.routes);
    }

    private void configureHttp(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(LARGEST_HEAD);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setMaxUnconsumedRequestContentReads(1);
    }

    private void configureJetty(org.eclipse.jetty.server.Server server) {
        Gate gate = new Gate(options, new RateLimit(options.rate(), System::nanoTime));
        BodyLimit bodyLimit = new BodyLimit(limits.body(), limits.bodies());
        MinimumDataRateHandler slowest = new MinimumDataRateHandler(limits.slowest(), 0);
        // a body is taken in whole before a thread looks at it: those who send slowly hold no thread
        EagerContentHandler whole = new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(2L * limits.body(), 0, false));
        GracefulHandler graceful = new GracefulHandler();
        slowest.setHandler(whole);
        bodyLimit.setHandler(slowest);
        gate.setHandler(bodyLimit);
        Set<String> templates = new TreeSet<>(PAGES);
        endpoints.forEach(endpoint -> templates.add(endpoint.path()));
        RequestTimes times =
                new RequestTimes(metrics, new Routes(templates, files.all().keySet()));
        times.setHandler(gate);
        graceful.setHandler(times);
        server.setHandler(graceful);
        server.setErrorHandler(problems);
        server.setStopTimeout(STOPPING_MS);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    }

    private ServerConnector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.address());
        connector.setPort(options.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(512);
        slowClients = new SlowClients(connector, limits);
        return connector;
    }

    private void routes(RoutesConfig routes) {
        for (Endpoint endpoint : endpoints) {
            HandlerType method = HandlerType.findOrCreate(endpoint.method());
            routes.addHttpHandler(method, endpoint.path(), context -> answer(endpoint, context));
            if (endpoint.method().equals("GET")) {
                routes.addHttpHandler(HandlerType.HEAD, endpoint.path(), context -> answer(endpoint, context));
            }
        }
        page(routes, "/api/docs", files.page("api-docs.html"));
        PAGES.forEach(path -> page(routes, path, files.page("index.html")));
        files.all().forEach((path, file) -> {
            if (!path.endsWith(".html")) {
                page(routes, path, file);
            }
        });
        routes.exception(HttpProblemException.class, (e, context) -> refuse(context, e.problem()));
        routes.exception(
                BusyException.class,
                (e, context) -> refuse(context, HttpProblem.busy(String.valueOf(e.getMessage()), 2)));
        routes.exception(HttpResponseException.class, (e, context) -> refuse(context, refusal(e, context)));
        routes.exception(Exception.class, (e, context) -> refuse(context, fault(e, context)));
    }

    private static void page(RoutesConfig routes, String path, StaticFiles.StaticFile file) {
        routes.get(path, context -> file(context, file));
        routes.head(path, context -> file(context, file));
    }

    /** Browsers keep files but ask each time whether they are still the same. */
    private static void file(Context context, StaticFiles.StaticFile file) {
        context.header("Cache-Control", "no-cache");
        context.header("ETag", file.etag());
        String known = context.header("If-None-Match");
        if (known != null
                && (known.equals("*") || List.of(known.split("\\s*,\\s*", -1)).contains(file.etag()))) {
            context.status(304);
            return;
        }
        new Call(context, Query.of(null, Map.of(), List.of())).answer(file.mediaType(), file.content());
    }

    private static void answer(Endpoint endpoint, Context context) {
        Query query = Query.of(context.queryString(), context.pathParamMap(), endpoint.parameters());
        endpoint.action().answer(new Call(context, query));
    }

    private static void refuse(Context context, HttpProblem problem) {
        if (context.res().isCommitted()) {
            return;
        }
        context.status(problem.status());
        context.contentType(HttpProblem.MEDIA_TYPE);
        context.header("Cache-Control", "no-store");
        problem.headers().forEach(context::header);
        context.result(problem.json(context.path()));
    }

    private HttpProblem refusal(HttpResponseException refused, Context context) {
        if (refused.getStatus() == 405) {
            Set<String> methods = new TreeSet<>(Comparator.naturalOrder());
            refused.getDetails().values().forEach(names -> methods.addAll(List.of(names.split(", ", -1))));
            return HttpProblem.of(405, "this address takes " + String.join(", ", methods))
                    .with("Allow", String.join(", ", methods));
        }
        return refused.getStatus() == 404
                ? HttpProblem.of(404, "there is nothing at this address; /api/docs lists what there is")
                : refused.getStatus() < 500
                        ? HttpProblem.of(refused.getStatus(), String.valueOf(refused.getMessage()))
                        : fault(refused, context);
    }

    private HttpProblem fault(Exception exception, Context context) {
        Throwable cause = exception instanceof CompletionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        return problems.logged(context.method() + " " + context.path(), cause);
    }
}
