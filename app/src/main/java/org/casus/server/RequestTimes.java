package org.casus.server;

import java.time.Duration;
import org.casus.metrics.Metrics;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts and times all requests, also those that are turned away. */
final class RequestTimes extends Handler.Wrapper {
    private final Metrics metrics;
    private final Routes routes;

    RequestTimes(Metrics metrics, Routes routes) {
        this.metrics = metrics;
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long began = System.nanoTime();
        String route = routes.of(Request.getPathInContext(request));
        String method = Routes.method(request.getMethod());
        Request.addCompletionListener(
                request,
                failure -> metrics.answered(
                        route, method, response.getStatus(), Duration.ofNanos(System.nanoTime() - began)));
        return super.handle(request, response, callback);
    }
}
