package org.casus.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.casus.fetch.FetchException.Hope;
import org.jspecify.annotations.Nullable;

/**
 * Gets what lies at an address, within the bounds of {@link FetchOptions}. Asks one address at a time for each call; who asks how
 * often is the caller's care ({@link Hosts}).
 *
 * <pre>{@code
 * try (Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT, "0.1.0")) {
 *     Fetched feed = fetcher.get(WebAddress.of("https://example.org/feed.xml", null), Fetcher.Known.NOTHING, Fetcher.Permit.ANY);
 * }
 * }</pre>
 *
 * All threads may use it.
 */
public final class Fetcher implements AutoCloseable {
    /** The name by which robots.txt may speak of this program. */
    static final String NAME = "Casus";

    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final FetchOptions options;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "casus-fetch-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What the last answer said of itself, so that the server can say that nothing changed.
     *
     * @param etag or null; so for {@code lastModified}
     */
    public record Known(@Nullable String etag, @Nullable String lastModified) {
        public static final Known NOTHING = new Known(null, null);
    }

    /** @param version the program's, for the user agent */
    public Fetcher(FetchOptions options, String version) {
        this(options, version, Clock.systemUTC(), new AddressGuard(options.allowPrivate()));
    }

    Fetcher(FetchOptions options, String version, Clock clock, DnsResolver names) {
        this.options = options;
        this.clock = clock;
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(options.connect()))
                        .setSocketTimeout(Timeout.of(options.read()))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(4)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(NAME + "/" + version)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(options.read()))
                        .setConnectionRequestTimeout(Timeout.of(options.connect()))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    public FetchOptions options() {
        return options;
    }

    /** Says of every address that is asked, those of redirects too, whether it may be. */
    @FunctionalInterface
    public interface Permit {
        Permit ANY = address -> {};

        void check(URI address) throws FetchException;
    }

    /**
     * Gets an address.
     *
     * @throws FetchException with the reason, and whether later is worth a try
     */
    public Fetched get(URI address, Known known, Permit permit) throws FetchException {
        Instant deadline = clock.instant().plus(options.total());
        Set<URI> seen = new HashSet<>();
        URI at = address;
        for (int hop = 0; hop <= options.redirects(); hop++) {
            if (!seen.add(at)) {
                throw FetchException.later("is redirected in a loop");
            }
            permit.check(at);
            Step step = ask(at, known, deadline);
            if (step.fetched() != null) {
                return step.fetched();
            }
            try {
                at = WebAddress.of(step.location(), at);
            } catch (FetchException e) {
                throw new FetchException("is redirected to what " + e.getMessage(), Hope.NEVER);
            }
        }
        throw FetchException.later("is redirected more than " + options.redirects() + " times");
    }

    /** An answer, or where to go on. */
    private record Step(@Nullable Fetched fetched, String location) {}

    private Step ask(URI address, Known known, Instant deadline) throws FetchException {
        HttpGet request = new HttpGet(address);
        request.setHeader(
                "Accept",
                "application/rss+xml, application/atom+xml, text/html, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        if (known.etag() != null) {
            request.setHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader("If-Modified-Since", known.lastModified());
        }
        long left = Duration.between(clock.instant(), deadline).toMillis();
        if (left <= 0) {
            throw tooLong();
        }
        // set before the abort: the reading thread sees its socket closed while the abort is still at work
        AtomicBoolean expired = new AtomicBoolean();
        Future<?> end = watchdog.schedule(
                () -> {
                    expired.set(true);
                    request.abort();
                },
                left,
                TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, answer -> {
                Step step = step(address, answer);
                if (step.fetched() == null) {
                    // the body of a redirect is of no use and may never end
                    request.abort();
                }
                return step;
            });
        } catch (FetchException e) {
            request.abort();
            throw e;
        } catch (IOException e) {
            throw expired.get() ? tooLong() : reason(e);
        } catch (RuntimeException e) {
            throw FetchException.later("cannot be fetched (" + e + ")");
        } finally {
            end.cancel(false);
        }
    }

    private FetchException tooLong() {
        return FetchException.later("took longer than " + options.total().toSeconds() + " s");
    }

    private static FetchException reason(IOException e) {
        if (e instanceof AddressGuard.RefusedHostException) {
            return FetchException.never(String.valueOf(e.getMessage()));
        }
        if (e instanceof UnknownHostException) {
            return FetchException.later("no such host");
        }
        if (e instanceof SocketTimeoutException) {
            return FetchException.later("the server does not answer");
        }
        if (e instanceof SSLException) {
            return FetchException.later("no safe connection can be made (" + e.getMessage() + ")");
        }
        if (e instanceof InterruptedIOException) {
            return FetchException.later("the fetch was broken off");
        }
        return FetchException.later("the connection failed (" + e.getMessage() + ")");
    }

    private Step step(URI address, ClassicHttpResponse answer) throws IOException, HttpException {
        int status = answer.getCode();
        if (status == 304) {
            return new Step(Fetched.nothingNew(address), "");
        }
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            String location = header(answer, "Location");
            if (location == null) {
                throw FetchException.later("is redirected to nowhere (HTTP " + status + ")");
            }
            return new Step(null, location);
        }
        if (status != 200) {
            throw refusal(status, answer);
        }
        if (answer.getEntity() == null) {
            throw FetchException.later("is empty");
        }
        return new Step(
                Fetched.of(
                        address,
                        body(answer),
                        header(answer, "Content-Type"),
                        header(answer, "ETag"),
                        header(answer, "Last-Modified")),
                "");
    }

    private FetchException refusal(int status, ClassicHttpResponse answer) {
        String reason = "the server says " + status + " " + answer.getReasonPhrase();
        boolean busy = status == 429 || status == 503;
        return new FetchException(
                reason.strip(), Hope.LATER, busy ? waiting(header(answer, "Retry-After")) : null, status);
    }

    /** A number of seconds or a day and time; at most a day. */
    private @Nullable Duration waiting(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().isBlank() ? null : header.getValue();
    }

    private byte[] body(ClassicHttpResponse answer) throws IOException {
        String coding = header(answer, "Content-Encoding");
        String packing = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        byte[] bytes = limited(answer.getEntity().getContent(), "");
        if (packing.equals("gzip") || packing.equals("x-gzip")) {
            return unpacked(bytes);
        }
        if (!packing.equals("identity")) {
            throw FetchException.later("is packed with " + packing + ", which was not asked for");
        }
        return bytes;
    }

    /** Unpacks gzip within the limit of what an answer may have. */
    private byte[] unpacked(byte[] packed) throws FetchException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return limited(in, "unpacked ");
        } catch (FetchException e) {
            throw e;
        } catch (IOException e) {
            throw FetchException.later("its packed data are broken (" + e.getMessage() + ")");
        }
    }

    /** The bytes of an answer, unpacked where the file itself is gzip, as sitemaps often are. */
    public byte[] plain(byte[] body) throws FetchException {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        return packed ? unpacked(body) : body;
    }

    private byte[] limited(InputStream in, String how) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 13];
        for (int got = in.read(part); got >= 0; got = in.read(part)) {
            if (all.size() + got > options.largest()) {
                throw FetchException.never("is " + how + "larger than " + options.largest() / 1_000_000 + " MB");
            }
            all.write(part, 0, got);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            // nothing is in work any more that this could concern
            return;
        }
    }
}
