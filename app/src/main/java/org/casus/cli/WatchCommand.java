package org.casus.cli;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.Casus;
import org.casus.fetch.FetchException;
import org.casus.fetch.FetchOptions;
import org.casus.fetch.Fetcher;
import org.casus.fetch.WebAddress;
import org.casus.listing.FeedFormatException;
import org.casus.listing.Opml;
import org.casus.log.Log;
import org.casus.metrics.Metrics;
import org.casus.server.Server;
import org.casus.server.ServerOptions;
import org.casus.store.Source;
import org.casus.store.SourceKind;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.casus.watch.Watch;
import org.casus.watch.WatchOptions;
import org.casus.watch.WatchStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "watch",
        description =
                "Follows feeds (RSS, Atom), news sitemaps and folders into a store until it is stopped (Ctrl+C). The store"
                        + " remembers its sources: without any, those of before are followed on.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer>, Logging {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ListenOptions listening = new ListenOptions();

    @Mixin
    private LogOptions logging = new LogOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Also serve the dashboard and the API on this port, 0 for any that is free.")
    private @Nullable Integer port;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "Addresses of feeds and sitemaps, and folders.")
    private List<String> sources = List.of();

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "The store; a new one is made where there is none (default: casus.duckdb).")
    private Path store = Path.of("casus.duckdb");

    @Option(names = "--opml", paramLabel = "FILE", description = "Also follow the feeds of this list.")
    private @Nullable Path opml;

    @Option(
            names = "--export-opml",
            description = "Write the feeds that the store follows to standard output as OPML, and end.")
    private boolean export;

    @Option(
            names = "--drop",
            paramLabel = "SOURCE",
            description = "Follow a source no more, and end; its articles stay. May be given more than once.")
    private List<String> dropped = List.of();

    @Option(names = "--once", description = "One look at each source and what it brings, then an end: for cron.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long to wait between two looks at first, as 10m, 90s or 2h (default: 10m).")
    private Duration every = Duration.ofMinutes(10);

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            description = "Who publishes the sources given, where neither page nor feed says it.")
    private @Nullable String publisher;

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long to wait between two requests to one host (default: 1s).")
    private Duration delay = FetchOptions.DEFAULT.delay();

    @Option(
            names = "--allow-private",
            description = "Also ask addresses of this machine and of private networks, which are refused otherwise.")
    private boolean allowPrivate;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Log log() {
        return logging.on(console);
    }

    @Override
    public Integer call() throws IOException {
        ServerOptions serving = serving();
        List<Source> given = given();
        Casus casus = data.load();
        GracefulStop stop = new GracefulStop();
        try (Store opened = Store.open(store, casus.codebook())) {
            if (export) {
                export(opened);
                return 0;
            }
            if (!dropped.isEmpty()) {
                return drop(opened);
            }
            if (given.isEmpty() && opened.sources().all().isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "the store follows nothing yet; name a feed, a sitemap or a folder");
            }
            return watch(casus, opened, given, serving, stop);
        } finally {
            stop.done();
        }
    }

    /** Null: this process does not serve. */
    private @Nullable ServerOptions serving() {
        if (port == null) {
            if (listening.isGiven()) {
                throw wrong("--address, --token and --rate are for --port, which is missing");
            }
            return null;
        }
        if (once || export || !dropped.isEmpty()) {
            throw wrong("--port serves until stopped; --once, --export-opml and --drop end by themselves");
        }
        return listening.at(port, console).following();
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private int watch(Casus casus, Store opened, List<Source> given, @Nullable ServerOptions serving, GracefulStop stop)
            throws IOException {
        FetchOptions fetching = FetchOptions.DEFAULT.withDelay(delay).withPrivate(allowPrivate);
        Log log = log();
        WatchLines lines = new WatchLines(console, log, Clock.systemUTC());
        try (Metrics metrics = new Metrics(Version.number());
                Fetcher fetcher = new Fetcher(fetching, Version.number())) {
            Watch watch = new Watch(
                    casus, opened, fetcher, WatchOptions.DEFAULT.withOnce(once), Clock.systemUTC(), metrics, lines);
            watch.follow(given);
            if (serving == null) {
                stop.onEnd(watch::stop);
                return follow(watch, lines);
            }
            try (Server server = Server.start(casus, opened, serving, metrics, log)) {
                Serving.announce(server, store, console, log);
                stop.onEnd(() -> {
                    watch.stop();
                    // while articles in work end, requests in work do too
                    server.stop();
                });
                return follow(watch, lines);
            }
        }
    }

    private int follow(Watch watch, WatchLines lines) {
        WatchStatus end = watch.run();
        lines.finish(end);
        return once && end.errors() > 0 ? 1 : 0;
    }

    private List<Source> given() throws IOException {
        List<Source> all = new ArrayList<>();
        for (String source : sources) {
            all.add(source(source, publisher));
        }
        if (opml == null) {
            return all;
        }
        try {
            for (Opml.Outline outline : Opml.read(Files.readAllBytes(opml))) {
                // every outline has a text, if only its address: that is nobody's name
                String title = outline.address().equals(outline.title()) ? null : outline.title();
                all.add(source(outline.address(), title));
            }
        } catch (FeedFormatException e) {
            throw new IOException(opml + ": " + e.getMessage(), e);
        }
        return all;
    }

    private Source source(String given, @Nullable String publishedBy) {
        String path = given.startsWith("file:") ? Path.of(URI.create(given)).toString() : given;
        if (!path.contains("://") && Files.isDirectory(Path.of(path))) {
            String folder = Path.of(path).toAbsolutePath().normalize().toString();
            return Source.of(folder, SourceKind.FOLDER, publishedBy, every);
        }
        try {
            String address = WebAddress.of(given, null).toString();
            boolean sitemap = address.toLowerCase(Locale.ROOT).contains("sitemap");
            return Source.of(address, sitemap ? SourceKind.SITEMAP : SourceKind.FEED, publishedBy, every);
        } catch (FetchException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), given + " is no folder, and " + e.getMessage());
        }
    }

    private int drop(Store opened) {
        int missing = 0;
        for (String source : dropped) {
            if (!opened.sourceBook(Clock.systemUTC()).drop(source(source, null).id())) {
                console.say("casus: " + source + " is not followed");
                missing++;
            }
        }
        return missing == 0 ? 0 : 1;
    }

    private void export(Store opened) throws IOException {
        List<Opml.Outline> outlines = new ArrayList<>();
        for (Sources.Line line : opened.sources().all()) {
            Source source = line.state().source();
            String address = source.kind() == SourceKind.FOLDER
                    ? Path.of(source.address()).toUri().toString()
                    : source.address();
            outlines.add(new Opml.Outline(address, source.publisher()));
        }
        Writer out = console.writer();
        Opml.write(outlines, out);
        out.flush();
    }

    /** A time as people write it: 90s, 10m, 2h. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

        @Override
        public Duration convert(String value) {
            Matcher time = TIME.matcher(value.strip().toLowerCase(Locale.ROOT));
            if (!time.matches()) {
                throw new TypeConversionException("\"" + value + "\" is no time such as 90s, 10m or 2h");
            }
            long number = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }
}
