package org.casus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hc.client5.http.DnsResolver;
import org.casus.watch.OddServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final FetchOptions QUICK =
            FetchOptions.DEFAULT.withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** The name "public.test" stands for this machine; every other name is looked at as usual. */
    private static final class OneName implements DnsResolver {
        private final AddressGuard guard = new AddressGuard(false);

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals("public.test")
                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                    : guard.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "2130706433",
                "127.1",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[::]",
                "user@127.0.0.1",
                "public.test@127.0.0.1",
                "127.0.0.1.",
                "%31%32%37.0.0.1",
                "１２７.0.0.1"
            })
    void privateAddressesAreRefused(String host) throws IOException {
        try (OddServer server = new OddServer();
                Fetcher fetcher = new Fetcher(QUICK, "test")) {
            server.put("/", "text/plain", "secret");
            assertThatThrownBy(() -> fetcher.get(
                            WebAddress.of("http://" + host + ":" + server.port() + "/", null),
                            Fetcher.Known.NOTHING,
                            Fetcher.Permit.ANY))
                    .isInstanceOf(FetchException.class)
                    .hasMessageMatching("leads to .*|no such host|is no address.*|the connection failed.*");
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "169.254.169.254"})
    void redirectsToPrivateAddressesAreRefused(String host) throws IOException {
        try (OddServer server = new OddServer();
                Fetcher fetcher = new Fetcher(QUICK, "test", Clock.systemUTC(), new OneName())) {
            server.put(
                    "/", OddServer.status("302 Found", "Location: http://" + host + ":" + server.port() + "/inside"));
            server.put("/inside", "text/plain", "secret");
            assertThatThrownBy(() -> fetcher.get(
                            URI.create("http://public.test:" + server.port() + "/"),
                            Fetcher.Known.NOTHING,
                            Fetcher.Permit.ANY))
                    .hasMessageStartingWith("leads to");
            assertThat(server.asked()).containsExactly("/");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "1.1.1.1, true",
        "100.63.255.255, true",
        "100.128.0.0, true",
        "172.32.0.1, true",
        "192.0.1.1, true",
        "2606:4700::1111, true",
        "::ffff:8.8.8.8, true",
        "2002:0808:0808::, true",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "203.0.113.9, false",
        "240.0.0.1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "fec0::1, false",
        "4000::1, false",
        "64:ff9b::a00:1, false"
    })
    void onlyAddressesOfTheOpenInternetArePublic(String address, boolean open) throws IOException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isEqualTo(open);
    }

    @Test
    void asksOverVersionSixToo() throws IOException {
        try (OddServer server = new OddServer("::1");
                Fetcher fetcher = new Fetcher(QUICK.withPrivate(true), "test")) {
            server.put("/", "text/plain", "here");
            URI address = URI.create("http://[::1]:" + server.port() + "/");
            Fetched answer = fetcher.get(address, Fetcher.Known.NOTHING, Fetcher.Permit.ANY);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("here");
        }
    }

    @Test
    void asksForWhatIsNewOnly() throws IOException {
        try (OddServer server = new OddServer();
                Fetcher fetcher = new Fetcher(QUICK.withPrivate(true), "9.9")) {
            server.put("/", (request, out) -> {
                assertThat(request.headers().get("User-Agent")).isEqualTo("Casus/9.9");
                boolean known = "\"a\"".equals(request.headers().get("If-None-Match"));
                OddServer.head(out, known ? "304 Not Modified" : "200 OK", "ETag: \"a\"", "Last-Modified: then");
            });
            URI address = URI.create(server.url("/"));
            Fetched first = fetcher.get(address, Fetcher.Known.NOTHING, Fetcher.Permit.ANY);
            assertThat(first.unchanged()).isFalse();
            assertThat(first.lastModified()).isEqualTo("then");
            Fetcher.Known known = new Fetcher.Known(first.etag(), first.lastModified());
            assertThat(fetcher.get(address, known, Fetcher.Permit.ANY).unchanged())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'120', 120",
        "'0', 0",
        "'999999999', 86400",
        "'Wed, 01 Jan 2025 01:00:00 GMT', 3600",
        "'Wed, 01 Jan 2020 00:00:00 GMT', 0",
        "'soon', ",
        "'-5', "
    })
    void waitsAsLongAsTheServerAsks(String header, Long seconds) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (OddServer server = new OddServer();
                Fetcher fetcher = new Fetcher(QUICK, "test", clock, new AddressGuard(true))) {
            server.put("/", OddServer.status("429 Slow", "Retry-After: " + header));
            assertThatThrownBy(
                            () -> fetcher.get(URI.create(server.url("/")), Fetcher.Known.NOTHING, Fetcher.Permit.ANY))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            e -> assertThat(e.retryAfter())
                                    .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.ORG, http://example.org/",
        "https://example.org:443/a#b, https://example.org/a",
        "http://example.org:8080/a?b=c, http://example.org:8080/a?b=c",
        "http://bücher.example/ü, http://xn--bcher-kva.example/%C3%BC",
        "'  http://example.org/a b ', http://example.org/a%20b",
        "http://example.org/100%, http://example.org/100%25",
        "http://name:word@example.org/, http://example.org/"
    })
    void addressesAreMadeFetchable(String given, String address) throws FetchException {
        assertThat(WebAddress.of(given, null)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://",
                "http://:1/",
                "http://a:99999/",
                "http://[::x]/",
                "mailto:a@example.org",
                "data:text/plain,x",
                "//example.org/"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThatThrownBy(() -> WebAddress.of(given, null)).isInstanceOf(FetchException.class);
    }

    @Test
    void oneRequestAtATimeForEachHost() {
        Hosts hosts = new Hosts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(hosts.take("a")).isTrue();
        assertThat(hosts.take("a")).isFalse();
        assertThat(hosts.take("b")).isTrue();
        hosts.giveBack("a", Duration.ofSeconds(1));
        hosts.giveBack("b", Duration.ZERO);
        assertThat(hosts.take("a")).isFalse();
        assertThat(hosts.take("b")).isTrue();
        assertThat(hosts.resting(Duration.ZERO)).containsExactly("a");
    }
}
