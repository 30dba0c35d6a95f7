package org.casus.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.metrics.Metrics;

/** For those who run the server: whether all is well, and what it is doing. */
final class OperationEndpoints {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HealthCheck health;
    private final Metrics metrics;
    private final LongAnswers scrapes;

    OperationEndpoints(HealthCheck health, Metrics metrics, LongAnswers scrapes) {
        this.health = health;
        this.metrics = metrics;
        this.scrapes = scrapes;
    }

    private record HealthView(String status) {}

    List<Endpoint> all() {
        return List.of(
                Endpoint.get(
                        "/health",
                        "operation",
                        "Whether the server is there and its store can be written; 503 and the reason when it cannot",
                        List.of(),
                        Endpoint.Reply.json("all is well", Schema.object("status", Schema.choice(List.of("ok")))),
                        this::health),
                Endpoint.get(
                        "/metrics",
                        "operation",
                        "Counters, times and gauges as Prometheus reads them",
                        List.of(),
                        new Endpoint.Reply(200, "text format 0.0.4", "text/plain", Schema.text()),
                        this::metrics));
    }

    private void health(Call call) {
        call.answerWith(health.state().thenApply(state -> {
            if (state.reason() != null) {
                throw HttpProblem.of(503, state.reason()).exception();
            }
            return new Call.Reply(200, Json.bytes(new HealthView("ok")));
        }));
    }

    private void metrics(Call call) {
        call.context().contentType(METRICS);
        if (call.context().req().getMethod().equals("HEAD")) {
            return;
        }
        scrapes.answer(call.context(), out -> out.write(metrics.scrape().getBytes(StandardCharsets.UTF_8)));
    }
}
