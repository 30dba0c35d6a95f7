package org.casus.server;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Turns what Jetty refuses, and what breaks, into problems; nothing of the program's inside leaves. */
final class ProblemPages extends ErrorHandler {
    private final Log log;

    /** @param log where a fault of the program goes, with the id that the client gets */
    ProblemPages(Log log) {
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        int status = response.getStatus();
        if (cause instanceof HttpException refused) {
            status = refused.getCode();
        }
        HttpProblem problem = cause instanceof HttpProblemException known
                ? known.problem()
                : status < 500 ? HttpProblem.of(status, detail(status, cause)) : fault(status, request, cause);
        write(request, response, callback, problem);
        return true;
    }

    private HttpProblem fault(int status, Request request, @Nullable Throwable cause) {
        boolean overloaded = status == 503 || status == 501 || status == 505;
        if (overloaded || cause instanceof QuietException) {
            return HttpProblem.of(status, "the server cannot do this now");
        }
        return logged(request.getMethod() + " " + request.getHttpURI().getPath(), cause);
    }

    /** A fault of the program: the client gets an id, the log the id and the rest. */
    HttpProblem logged(String request, @Nullable Throwable cause) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        log.write(Entry.error("fault " + id + " at " + HttpProblem.clip(request))
                .with("fault", id)
                .because(cause));
        return HttpProblem.of(500, "a fault of the program, noted by the server as " + id);
    }

    private static String detail(int status, @Nullable Throwable cause) {
        return switch (status) {
            case 400 ->
                cause instanceof HttpException bad && bad.getReason() != null
                        ? "no request of HTTP: " + HttpProblem.clip(bad.getReason())
                        : "no request of HTTP";
            case 408 -> "the request came too slowly";
            case 413 -> "the body is larger than the server takes";
            case 414 -> "the address is too long";
            case 431 -> "the head of the request is too large";
            default -> "refused";
        };
    }

    /** Writes a problem as the answer. */
    static void write(Request request, Response response, Callback callback, HttpProblem problem) {
        response.setStatus(problem.status());
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpProblem.MEDIA_TYPE);
        problem.headers().forEach(response.getHeaders()::put);
        byte[] body = problem.json(request.getHttpURI().getPath());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
