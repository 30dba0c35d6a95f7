package org.casus.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may come in, before a byte of a body is read: the Host that the server is known by (so that no foreign name can be
 * bound to it), requests that change something only from its own pages, the token, the rate.
 */
final class Gate extends Handler.Wrapper {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Javalin would take a GET that carries it for a POST, behind the back of what is checked here. */
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private static final String BEARER = "Bearer ";

    private final ServerOptions options;
    private final RateLimit rate;

    Gate(ServerOptions options, RateLimit rate) {
        this.options = options;
        this.rate = rate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.put(response.getHeaders());
        // what the API says is the user's own; the files say themselves how long they last
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        HttpProblem refusal = refusal(request);
        if (refusal != null) {
            ProblemPages.write(request, response, callback, refusal);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private @Nullable HttpProblem refusal(Request request) {
        if (!rate.allows(client(request))) {
            return HttpProblem.of(429, "more than " + options.rate() + " requests a second; wait a second")
                    .with("Retry-After", "1");
        }
        if (request.getHeaders().contains(OVERRIDE)) {
            return HttpProblem.of(400, "a request is what its first line says; " + OVERRIDE + " is not read");
        }
        if (request.getHeaders().contains("Sec-WebSocket-Version")) {
            // Javalin would open a session for it
            return HttpProblem.of(400, "there are no WebSockets here; /api/stream tells new events");
        }
        String host = authority(request);
        if (host == null) {
            return HttpProblem.of(400, "a request names one Host");
        }
        if (options.onLoopback() && !isLocal(host, Request.getLocalPort(request))) {
            return HttpProblem.of(
                    421,
                    "this server is known as localhost:" + Request.getLocalPort(request) + " and by no other name");
        }
        if (!READING.contains(request.getMethod()) && isForeign(request, host)) {
            return HttpProblem.of(403, "pages of other sites may not send this");
        }
        if (options.token() != null && isPrivate(request) && !hasToken(request, options.token())) {
            return HttpProblem.of(401, "send the server's token: Authorization: Bearer TOKEN")
                    .with("WWW-Authenticate", "Bearer realm=\"casus\"");
        }
        return null;
    }

    /** The Host header, alone and equal to the request line where that names one too; null otherwise. */
    private static @Nullable String authority(Request request) {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (hosts.size() != 1 || hosts.get(0).isBlank()) {
            return null;
        }
        String host = hosts.get(0).strip().toLowerCase(Locale.ROOT);
        String inLine = request.getHttpURI().getAuthority();
        boolean same = inLine == null || inLine.toLowerCase(Locale.ROOT).equals(host);
        return same ? host : null;
    }

    private static boolean isLocal(String host, int port) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String name = hasPort ? host.substring(0, colon) : host;
        String asked = hasPort ? host.substring(colon + 1) : "80";
        return LOCAL_NAMES.contains(name) && asked.equals(String.valueOf(port));
    }

    /** True where a browser says that a page of another site sends this. */
    private static boolean isForeign(Request request, String host) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        List<String> origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        return !origins.isEmpty() && (origins.size() > 1 || !isOwn(origins.get(0), host));
    }

    private static boolean isOwn(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Pages are free, so that the dashboard can ask for the token; what it shows is not. */
    private static boolean isPrivate(Request request) {
        String path = Request.getPathInContext(request);
        return path.equals("/api") || path.startsWith("/api/") || path.equals("/metrics");
    }

    private static boolean hasToken(Request request, String token) {
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (sent.size() != 1 || !sent.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        // in constant time, so that the time of the answer tells nothing of the token
        return MessageDigest.isEqual(
                sent.get(0).substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private static String client(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }
}
