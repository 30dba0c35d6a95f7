package org.casus.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.watch.Feeds.RSS;
import static org.casus.watch.Feeds.item;
import static org.casus.watch.Feeds.items;
import static org.casus.watch.Feeds.longText;
import static org.casus.watch.Feeds.rss;
import static org.casus.watch.OddServer.gzip;
import static org.casus.watch.OddServer.head;
import static org.casus.watch.OddServer.ok;
import static org.casus.watch.OddServer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.casus.Casus;
import org.casus.LoadedCasus;
import org.casus.fetch.FetchOptions;
import org.casus.fetch.Fetcher;
import org.casus.metrics.Metrics;
import org.casus.store.Articles;
import org.casus.store.Source;
import org.casus.store.SourceKind;
import org.casus.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that misbehave, one way a row. Beside each stands a good feed with two articles: every good item is coded once, whatever
 * its neighbours do, nothing else is kept, and what is wrong is told.
 */
class OddServersTest {
    private static Casus casus;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loads() {
        casus = LoadedCasus.CASUS;
    }

    interface Setting {
        /** Puts what is odd on the server and gives the address of the source. */
        String on(OddServer server) throws IOException;
    }

    /**
     * A row.
     *
     * @param articles how many come of the odd source itself
     * @param told what a problem says; "" when there is none
     */
    record Case(String name, int articles, String told, Setting setting) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case feed(String name, String told, OddServer.Answer answer) {
        return feed(name, 0, told, answer);
    }

    private static Case feed(String name, int articles, String told, OddServer.Answer answer) {
        return new Case(name, articles, told, server -> {
            items(server, "odd", 2);
            server.put("/odd", answer);
            return server.url("/odd");
        });
    }

    /** A feed of two good items with an odd one between them. */
    private static Case odd(String name, String told, OddServer.Answer page) {
        return odd(name, 2, told, page);
    }

    private static Case odd(String name, int articles, String told, OddServer.Answer page) {
        return new Case(name, articles, told, server -> {
            server.put("/odd-page", page);
            return listed(server, item(server.url("/odd-page"), "odd-page"));
        });
    }

    /** A feed of two good items with odd XML between them. */
    private static Case between(String name, int articles, String told, String xml) {
        return new Case(name, articles, told, server -> listed(server, xml.replace("HOST", server.url(""))));
    }

    private static String listed(OddServer server, String between) {
        server.put("/odd", RSS, rss(items(server, "odd-a", 1), between, items(server, "odd-b", 1)));
        return server.url("/odd");
    }

    private static OddServer.Answer redirect(String status, String to) {
        return status(status, "Location: " + to);
    }

    private static OddServer.Answer plain(String type, String body) {
        return ok(type, body.getBytes(UTF_8));
    }

    private static OddServer.Answer endless(String type, String part, long sleepMillis) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + type);
            while (true) {
                out.write(part.getBytes(UTF_8));
                out.flush();
                if (sleepMillis > 0) {
                    Thread.sleep(sleepMillis);
                }
            }
        };
    }

    private static byte[] bomb() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 200; i++) {
                    out.write(zeros);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OddServer.Answer packed(byte[] body, int length) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + RSS, "Content-Encoding: gzip", "Content-Length: " + length);
            out.write(body, 0, length);
        };
    }

    private static String emptyFeed() {
        return rss();
    }

    static Stream<Case> cases() {
        return Stream.of(feeds(), moreFeeds(), pages(), itemsOfFeeds(), sitemaps())
                .flatMap(s -> s);
    }

    private static Stream<Case> feeds() {
        return Stream.of(
                feed("404", "says 404", status("404 Not Found")),
                feed("403", "says 403", status("403 Forbidden")),
                feed("410", "says 410", status("410 Gone")),
                feed("500", "says 500", status("500 Oops")),
                feed("503 with Retry-After", "says 503", status("503 Busy", "Retry-After: 3600")),
                feed("429 with a date", "says 429", status("429 Slow", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT")),
                feed("429 with nonsense", "says 429", status("429 Slow", "Retry-After: soon")),
                feed("status 999", "says 999", status("999 Denied")),
                feed("204", "says 204", status("204 No Content")),
                feed("304 that was not asked for", "", status("304 Not Modified")),
                feed("empty", "is empty", plain(RSS, "")),
                feed("blanks", "is empty", plain(RSS, " \n\t ")),
                feed("binary", "is no XML", ok(RSS, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3})),
                feed(
                        "a page that names its feed",
                        "the feed that it names is http",
                        plain(
                                "text/html",
                                "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head></html>")),
                feed("JSON", "is JSON", plain("application/json", "{\"items\": []}")),
                feed("plain text", "is no XML", plain("text/plain", "nothing to see")),
                feed("XML of another kind", "no feed", plain("text/xml", "<note><to>you</to></note>")),
                feed("broken XML", "broken XML", plain(RSS, "<rss><channel><title>x</channel></rss>")),
                feed("XML that ends early", "broken XML", plain(RSS, emptyFeed().substring(0, 90))),
                feed("an open ampersand", "", plain(RSS, rss("<item><title>Q&amp;A</title></item>"))),
                feed(
                        "billion laughs",
                        "defines a document type",
                        plain(
                                RSS,
                                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>")),
                feed(
                        "an external entity",
                        "defines a document type",
                        plain(
                                RSS,
                                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>")),
                feed(
                        "an external document type",
                        "defines a document type",
                        plain(RSS, "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss><channel/></rss>")),
                feed("a depth of 100,000", "nested deeper", plain(RSS, "<rss>" + "<a>".repeat(100_000))),
                feed(
                        "a tag of five megabytes",
                        "",
                        (request, out) -> plain(RSS, rss("<item><" + "a".repeat(5_000_000) + "/></item>"))
                                .to(request, out)),
                feed("thousands of attributes", "", plain(RSS, rss("<x " + attributes(5_000) + "/>"))));
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("a").append(i).append("=\"1\" ");
        }
        return all.toString();
    }

    private static Stream<Case> moreFeeds() {
        return Stream.of(
                feed("a loop of redirects", "in a loop", redirect("302 Found", "/odd")),
                new Case("ever more redirects, each new", 0, "redirected more than 5 times", server -> {
                    for (int i = 0; i < 20; i++) {
                        server.put("/hop" + i, redirect("301 Moved", "/hop" + (i + 1)));
                    }
                    return server.url("/hop0");
                }),
                new Case("four redirects of all kinds", 2, "", server -> {
                    server.put("/r0", redirect("301 Moved", "/r1"));
                    server.put("/r1", redirect("302 Found", server.url("/r2")));
                    server.put("/r2", redirect("307 Temporary", "r3"));
                    server.put("/r3", redirect("308 Permanent", "/r4"));
                    server.put("/r4", RSS, rss(items(server, "odd", 2)));
                    return server.url("/r0");
                }),
                feed("a redirect to a file", "only http and https", redirect("302 Found", "file:///etc/passwd")),
                feed("a redirect to ftp", "only http and https", redirect("302 Found", "ftp://127.0.0.1/x")),
                feed("a redirect to javascript", "only http and https", redirect("302 Found", "javascript:alert(1)")),
                feed("a redirect to nowhere", "redirected to nowhere", status("302 Found")),
                feed("a redirect to nonsense", "is redirected to what", redirect("302 Found", "http://[::x/")),
                feed("a redirect whose body never ends", "redirected to nowhere", (request, out) -> {
                    head(out, "302 Found");
                    endless("text/html", "x", 10).to(request, out);
                }),
                feed("no answer at all", "does not answer", (request, out) -> Thread.sleep(4_000)),
                feed("a head that drips", "", (request, out) -> {
                    for (int i = 0; i < 100; i++) {
                        out.write('H');
                        out.flush();
                        Thread.sleep(100);
                    }
                }),
                feed("a body that drips", "took longer than", endless(RSS, "<", 100)),
                feed("a body without end", "larger than", endless(RSS, "<!-- more -->".repeat(1_000), 0)),
                feed("a body that is too short", "connection failed", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Content-Length: 100000");
                    out.write(emptyFeed().getBytes(UTF_8));
                }),
                feed("a length that is no number", "", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Content-Length: many");
                    out.write(emptyFeed().getBytes(UTF_8));
                }),
                feed("a length of exabytes", "", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Content-Length: 9223372036854775807");
                    out.write(emptyFeed().getBytes(UTF_8));
                }),
                feed("chunks that are none", "connection failed", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Transfer-Encoding: chunked");
                    out.write("zz\r\nhello\r\n0\r\n\r\n".getBytes(UTF_8));
                }),
                feed("chunks that are cut", "connection failed", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Transfer-Encoding: chunked");
                    out.write("1000\r\n<rss>".getBytes(UTF_8));
                }),
                feed(
                        "a head of a megabyte",
                        "connection failed",
                        (request, out) -> head(out, "200 OK", "X-Much: " + "x".repeat(1_000_000))),
                feed("ten thousand headers", "connection failed", (request, out) -> {
                    String[] many = new String[10_000];
                    Arrays.fill(many, "X-Many: 1");
                    head(out, "200 OK", many);
                }),
                feed(
                        "no HTTP",
                        "connection failed",
                        (request, out) -> out.write("220 mail.example ESMTP\r\n".getBytes(UTF_8))),
                feed("a connection that is cut", "connection failed", (request, out) -> {}),
                feed("cookies that are not sent back", 2, "", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Set-Cookie: a=" + "b".repeat(3_000));
                    out.write(rss(oddItems(request)).getBytes(UTF_8));
                }),
                new Case(
                        "no TLS where it is asked for",
                        0,
                        "no safe connection",
                        server -> server.url("/odd").replace("http:", "https:")),
                feed("a gzip bomb", "larger than", packed(bomb(), bomb().length)),
                feed("gzip that is cut", "packed data are broken", (request, out) -> {
                    byte[] whole = gzip(emptyFeed().getBytes(UTF_8));
                    packed(whole, whole.length - 20).to(request, out);
                }),
                feed(
                        "gzip that is none",
                        "packed data are broken",
                        (request, out) ->
                                packed(emptyFeed().getBytes(UTF_8), 40).to(request, out)),
                feed("gzip that is right", 2, "", (request, out) -> {
                    byte[] whole = gzip(rss(oddItems(request)).getBytes(UTF_8));
                    packed(whole, whole.length).to(request, out);
                }),
                feed("packing that was not asked for", "packed with br", (request, out) -> {
                    head(out, "200 OK", "Content-Type: " + RSS, "Content-Encoding: br", "Content-Length: 3");
                    out.write(new byte[] {1, 2, 3});
                }),
                feed(
                        "a byte order mark and blanks before it",
                        2,
                        "",
                        (request, out) -> ok(RSS, ("\uFEFF\n  " + rss(oddItems(request))).getBytes(UTF_8))
                                .to(request, out)),
                feed(
                        "UTF-16",
                        2,
                        "",
                        (request, out) -> ok(RSS, ("\uFEFF" + rss(oddItems(request))).getBytes(UTF_16LE))
                                .to(request, out)),
                feed(
                        "UTF-8 that is said to be Latin",
                        2,
                        "",
                        (request, out) -> ok(
                                        RSS + "; charset=iso-8859-1",
                                        rss(oddItems(request), "<!-- é -->").getBytes(UTF_8))
                                .to(request, out)),
                feed(
                        "Latin that is said to be UTF-8",
                        2,
                        "",
                        (request, out) -> ok(
                                        RSS + "; charset=utf-8",
                                        rss(oddItems(request), "<!-- é -->").getBytes(ISO_8859_1))
                                .to(request, out)),
                feed(
                        "a character set that nobody knows",
                        2,
                        "",
                        (request, out) -> ok(
                                        RSS + "; charset=klingon",
                                        rss(oddItems(request)).getBytes(UTF_8))
                                .to(request, out)),
                feed(
                        "control characters",
                        2,
                        "",
                        (request, out) -> ok(
                                        RSS,
                                        rss("<item><title>a\u0000b\u0008c</title></item>", oddItems(request))
                                                .getBytes(UTF_8))
                                .to(request, out)),
                feed(
                        "entities of HTML",
                        2,
                        "",
                        (request, out) -> ok(
                                        RSS,
                                        rss("<item><title>a&nbsp;b &eacute;</title></item>", oddItems(request))
                                                .getBytes(UTF_8))
                                .to(request, out)),
                feed(
                        "said to be a page",
                        2,
                        "",
                        (request, out) -> ok("text/html", rss(oddItems(request)).getBytes(UTF_8))
                                .to(request, out)));
    }

    /** The items of the two pages that every case has. */
    private static String oddItems(OddServer.Request request) {
        String host = "http://" + request.headers().get("Host");
        return item(host + "/page/odd0", "o0") + item(host + "/page/odd1", "o1");
    }

    private static Stream<Case> pages() {
        return Stream.of(
                odd("a page of 404", "says 404", status("404 Not Found")),
                odd("a page of 500", "says 500", status("500 Oops")),
                odd("a page that asks to wait", 1, "says 429", status("429 Slow", "Retry-After: 7200")),
                odd("a page that is a picture", "is image/png", ok("image/png", new byte[100])),
                odd("a page that is a picture and says text", "binary", ok("text/html", new byte[1_000])),
                odd("an empty page", "is empty", plain("text/html", "")),
                odd(
                        "a page without text",
                        "without readable text",
                        plain("text/html", "<html><script>x()</script></html>")),
                odd(
                        "a page that refreshes itself for ever",
                        "",
                        plain("text/html", "<html><meta http-equiv=refresh content='0;url=/odd-page'></html>")),
                odd("a page that never ends", "larger than", endless("text/html", "<p>more</p>".repeat(1_000), 0)),
                odd("a page that drips", "took longer than", endless("text/html", "<p>", 50)),
                odd("a page that leads round", "in a loop", redirect("302 Found", "/odd-page")),
                odd(
                        "a page nested 50,000 deep",
                        3,
                        "",
                        plain(
                                "text/html",
                                "<html><body>" + "<div>".repeat(50_000)
                                        + Feeds.text("deep", "France condemned Iran."))),
                odd(
                        "a page in another language",
                        2,
                        "",
                        plain(
                                "text/html",
                                "<html><body><p>"
                                        + "Le président de la République a rencontré les ministres dans la capitale et les députés ont voté pour la loi. "
                                                .repeat(8)
                                        + "</p></body></html>")),
                odd("the page of another item", 2, "", plain("text/html", Feeds.page("odd-a0"))),
                new Case("a page that robots.txt forbids", 1, "robots.txt does not allow", server -> {
                    server.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /page/odd-a0\n");
                    return listed(server, "");
                }),
                new Case("robots.txt for this program alone", 1, "robots.txt does not allow", server -> {
                    server.put(
                            "/robots.txt",
                            "text/plain",
                            "User-agent: casus\nDisallow: /page/odd-a0\n\nUser-agent: *\nAllow: /");
                    return listed(server, "");
                }),
                new Case("robots.txt that fails", 0, "robots.txt cannot be read", server -> {
                    server.put("/robots.txt", status("500 Oops"));
                    return listed(server, "");
                }),
                new Case("robots.txt that leads round", 0, "robots.txt cannot be read", server -> {
                    server.put("/robots.txt", redirect("302 Found", "/robots.txt"));
                    return listed(server, "");
                }),
                new Case("robots.txt with half a MB of nothing", 2, "", server -> {
                    server.put("/robots.txt", "text/plain", "# nothing\n".repeat(50_000));
                    return listed(server, "");
                }));
    }

    private static Stream<Case> itemsOfFeeds() {
        return Stream.of(
                between("an item without anything", 2, "", "<item/>"),
                between("an item without a link", 2, "", "<item><title>T</title><guid>x</guid></item>"),
                between("an item without a day, name or title", 2, "", "<item><link>HOST/page/odd-a0</link></item>"),
                between(
                        "an item whose name is the link",
                        2,
                        "",
                        "<item><guid isPermaLink='true'>HOST/page/odd-b0</guid></item>"),
                between(
                        "the same item thrice",
                        2,
                        "",
                        "<item><link>HOST/page/odd-a0</link><guid>odd-a0</guid></item>".repeat(3)),
                between(
                        "the same link under other names",
                        2,
                        "",
                        "<item><link>HOST/page/odd-a0</link><guid>other</guid></item>"),
                between(
                        "the same link with a fragment",
                        2,
                        "",
                        "<item><link>HOST/page/odd-a0#top</link><guid>f</guid></item>"),
                between(
                        "a day that is none",
                        2,
                        "",
                        "<item><link>HOST/page/odd-a0</link><pubDate>soon</pubDate></item>"),
                between("javascript as a link", 2, "", "<item><link>javascript:alert(1)</link></item>"),
                between("data as a link", 2, "", "<item><link>data:text/html,hello</link></item>"),
                between("a file as a link", 2, "", "<item><link>file:///etc/passwd</link></item>"),
                between("mail as a link", 2, "", "<item><link>mailto:a@b.example</link></item>"),
                between(
                        "a link of 100,000 characters",
                        2,
                        "",
                        "<item><link>HOST/" + "x".repeat(100_000) + "</link></item>"),
                between("a link with blanks", 2, "says 404", "<item><link>HOST/a page</link></item>"),
                between("a link with braces and bars", 2, "says 404", "<item><link>HOST/{a}|b^`</link></item>"),
                between("a link that only has a port", 2, "", "<item><link>http://:80/</link></item>"),
                between("a link to port 99999", 2, "", "<item><link>http://127.0.0.1:99999/</link></item>"),
                between(
                        "a link to a closed port",
                        2,
                        "connection failed",
                        "<item><link>http://127.0.0.1:1/</link></item>"),
                between(
                        "a host that does not exist",
                        2,
                        "no such host",
                        "<item><link>http://nowhere.invalid/</link></item>"),
                between(
                        "a host in another script",
                        2,
                        "no such host",
                        "<item><link>http://новости.invalid/я</link></item>"),
                between("a relative link", 2, "", "<item><link>/page/odd-b0</link></item>"),
                between(
                        "a title of 100,000 characters",
                        2,
                        "",
                        "<item><title>" + "t".repeat(100_000) + "</title><link>HOST/page/odd-a0</link></item>"),
                between(
                        "a text in the feed, its page gone",
                        3,
                        "",
                        "<item><title>T</title><link>HOST/gone</link><content:encoded><![CDATA[" + longText("in-feed")
                                + "]]></content:encoded></item>"),
                between(
                        "a text in the feed and no page",
                        3,
                        "",
                        "<item><title>T</title><guid>g</guid><content:encoded><![CDATA[" + longText("no-page")
                                + "]]></content:encoded></item>"),
                between(
                        "a short text and no page",
                        2,
                        "",
                        "<item><title>T</title><guid>g</guid><description>France condemned Iran.</description></item>"),
                between(
                        "a text with scripts",
                        3,
                        "",
                        "<item><guid>g</guid><content:encoded><![CDATA[<script>alert(1)</script>" + longText("script")
                                + "]]></content:encoded></item>"),
                new Case("Atom with a relative base", 1, "", server -> {
                    items(server, "odd", 1);
                    server.put(
                            "/odd",
                            "application/atom+xml",
                            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='" + server.url("/page/")
                                    + "'><title>A</title><id>a</id><updated>2025-05-05T00:00:00Z</updated>"
                                    + "<entry><id>e</id><title>T</title><link href='odd0'/><updated>x</updated></entry></feed>");
                    return server.url("/odd");
                }),
                new Case("RSS 1.0", 1, "", server -> {
                    items(server, "odd", 1);
                    server.put(
                            "/odd",
                            "text/xml",
                            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                                    + "<channel rdf:about='x'><title>A</title><link>x</link><description>d</description></channel>"
                                    + "<item rdf:about='i'><title>T</title><link>" + server.url("/page/odd0")
                                    + "</link></item></rdf:RDF>");
                    return server.url("/odd");
                }));
    }

    private static Stream<Case> sitemaps() {
        return Stream.of(
                new Case("a news sitemap", 1, "", server -> {
                    items(server, "odd", 2);
                    server.put(
                            "/sitemap.xml",
                            "text/xml",
                            urlset(url(
                                            server.url("/page/odd0"),
                                            "<news:news><news:publication><news:name>N</news:name><news:language>en</news:language>"
                                                    + "</news:publication><news:publication_date>"
                                                    + LocalDate.now(Clock.systemUTC())
                                                    + "</news:publication_date><news:title>T</news:title></news:news>")
                                    + url(server.url("/page/odd1"), "<lastmod>2001-01-01</lastmod>")));
                    return server.url("/sitemap.xml");
                }),
                new Case("an index that lists itself and a gzip file", 2, "", server -> {
                    server.put(
                            "/sitemap.xml",
                            "text/xml",
                            index(
                                    server.url("/sitemap.xml"),
                                    server.url("/sitemap.xml"),
                                    server.url("/part.xml.gz"),
                                    server.url("/part.xml.gz")));
                    byte[] part = gzip(urlset(url(server.url("/page/odd0"), "") + url(server.url("/page/odd1"), ""))
                            .getBytes(UTF_8));
                    items(server, "odd", 2);
                    server.put("/part.xml.gz", ok("application/gzip", part));
                    return server.url("/sitemap.xml");
                }),
                new Case("an index of indexes", 0, "", server -> {
                    server.put("/sitemap.xml", "text/xml", index(server.url("/sitemap2.xml")));
                    server.put("/sitemap2.xml", "text/xml", index(server.url("/sitemap.xml")));
                    return server.url("/sitemap.xml");
                }),
                new Case("an index of what is gone", 0, "says 404", server -> {
                    server.put("/sitemap.xml", "text/xml", index(server.url("/gone.xml")));
                    return server.url("/sitemap.xml");
                }),
                new Case("a sitemap that is a gzip bomb", 0, "larger than", server -> {
                    server.put("/sitemap.xml.gz", ok("application/gzip", bomb()));
                    return server.url("/sitemap.xml.gz");
                }),
                new Case("a sitemap with 50,000 old pages and one new", 1, "", server -> {
                    items(server, "odd", 1);
                    StringBuilder urls = new StringBuilder();
                    for (int i = 0; i < 50_000; i++) {
                        urls.append(url(server.url("/old/" + i), "<lastmod>2001-01-01</lastmod>"));
                    }
                    server.put("/sitemap.xml", "text/xml", urlset(urls + url(server.url("/page/odd0"), "")));
                    return server.url("/sitemap.xml");
                }),
                new Case("a sitemap with nonsense in it", 1, "", server -> {
                    items(server, "odd", 1);
                    server.put(
                            "/sitemap.xml",
                            "text/xml",
                            urlset("<url/><url><loc/></url><url><loc>javascript:x()</loc></url>"
                                    + url(
                                            server.url("/page/odd0"),
                                            "<lastmod>soon</lastmod><priority>high</priority>")));
                    return server.url("/sitemap.xml");
                }));
    }

    private static String urlset(String urls) {
        return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">" + urls + "</urlset>";
    }

    private static String url(String address, String more) {
        return "<url><loc>" + address + "</loc>" + more + "</url>";
    }

    private static String index(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append("<sitemap><loc>").append(part).append("</loc></sitemap>");
        }
        return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + all + "</sitemapindex>";
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Timeout(60)
    void everyGoodItemIsCodedOnceAndNothingElse(Case row) throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        WatchLog log = new WatchLog() {
            @Override
            public void problem(String about, String reason) {
                told.add(about + ": " + reason);
            }

            @Override
            public void status(WatchStatus status) {}
        };
        FetchOptions fetching = FetchOptions.DEFAULT
                .withDelay(Duration.ZERO)
                .withPrivate(true)
                .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(2_500));
        try (OddServer good = new OddServer();
                OddServer odd = new OddServer();
                Store store = Store.open(folder.resolve("casus.duckdb"), casus.codebook());
                Fetcher fetcher = new Fetcher(fetching, "test")) {
            good.put("/good", RSS, rss(items(good, "good", 2)));
            String source = row.setting().on(odd);
            Watch watch = new Watch(
                    casus,
                    store,
                    fetcher,
                    WatchOptions.DEFAULT.withOnce(true),
                    Clock.systemUTC(),
                    new Metrics("test"),
                    log);
            watch.follow(List.of(feedAt(good.url("/good")), feedAt(source)));
            WatchStatus end = watch.run();
            List<String> urls = store.articles().list(new Articles.Choice(null, null, null, null), null, 100).stream()
                    .map(line -> String.valueOf(line.article().url()))
                    .toList();
            assertThat(end.added()).describedAs("%s; %s", told, urls).isEqualTo(2 + row.articles());
            assertThat(urls).hasSize(2 + row.articles()).doesNotHaveDuplicates();
            assertThat(urls).contains(good.url("/page/good0"), good.url("/page/good1"));
            assertThat(String.join("\n", told)).contains(row.told());
        }
    }

    private static Source feedAt(String address) {
        return Source.of(address, SourceKind.FEED, null, Duration.ofMinutes(10));
    }
}
