package org.casus.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casus.Coder.CodedArticle;

/**
 * The counters, timers and gauges of one process; docs/operate.md lists them. All threads may use it.
 *
 * <pre>{@code
 * CodedArticle coded = metrics.coding(() -> casus.coder().code(article));
 * }</pre>
 */
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(30),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer coding;
    private final Counter articles;
    private final Counter events;
    private final Counter putOff;
    private final Counter pages;
    private final Counter looks;
    private final Counter failedLooks;
    private final Map<Skipped, Counter> skipped;
    private final Map<Failed, Counter> failed;

    /** @param version of the program */
    public Metrics(String version) {
        Gauge.builder("casus.build.info", () -> 1)
                .description("1, with the program's version")
                .tag("version", version)
                .register(registry);
        coding = Timer.builder("casus.coding")
                .description("Time to code an article")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        articles = counter("casus.articles.coded", "Articles coded");
        events = counter("casus.events.coded", "Events found in them");
        putOff = counter("casus.articles.put.off", "Tries that failed and are made again later");
        pages = counter("casus.pages.fetched", "Pages fetched for items of sources");
        looks = looks("ok");
        failedLooks = looks("failed");
        skipped = counters(Skipped.class, "casus.articles.skipped", "Articles not coded, by reason", Skipped::label);
        failed = counters(Failed.class, "casus.articles.failed", "Articles given up, by reason", Failed::label);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Counter looks(String outcome) {
        return Counter.builder("casus.source.looks")
                .description("Looks at sources, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private <E extends Enum<E>> Map<E, Counter> counters(
            Class<E> reasons, String name, String description, Function<E, String> label) {
        Map<E, Counter> counters = new EnumMap<>(reasons);
        Arrays.stream(reasons.getEnumConstants())
                .forEach(reason -> counters.put(
                        reason,
                        Counter.builder(name)
                                .description(description)
                                .tag("reason", label.apply(reason))
                                .register(registry)));
        return counters;
    }

    /** Times the coding of an article and counts it with its events; one that breaks is not counted here. */
    public CodedArticle coding(Supplier<CodedArticle> work) {
        long began = System.nanoTime();
        CodedArticle coded = work.get();
        coding.record(Duration.ofNanos(System.nanoTime() - began));
        articles.increment();
        events.increment(coded.events().size());
        return coded;
    }

    public void skipped(Skipped reason) {
        counter(skipped, reason).increment();
    }

    public void failed(Failed reason) {
        counter(failed, reason).increment();
    }

    private static <E> Counter counter(Map<E, Counter> counters, E reason) {
        Counter counter = counters.get(reason);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return counter;
    }

    /** A try failed and is made again. */
    public void putOff() {
        putOff.increment();
    }

    /** A page was fetched. */
    public void fetched() {
        pages.increment();
    }

    /** A source was looked at. */
    public void looked(boolean failure) {
        (failure ? failedLooks : looks).increment();
    }

    /**
     * A request was answered.
     *
     * @param route one of the server's few
     * @param method one of HTTP's
     */
    public void answered(String route, String method, int status, Duration time) {
        Timer.builder("casus.http.requests")
                .description("Requests of HTTP and the time to their last byte")
                .serviceLevelObjectives(BUCKETS)
                .tag("route", route)
                .tag("method", method)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(time);
    }

    /** Something that is read whenever somebody asks; NaN: not known now. */
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(description).register(registry);
    }

    /** All, in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
