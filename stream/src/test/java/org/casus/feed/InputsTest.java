package org.casus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.feed.Packed.concat;
import static org.casus.feed.Packed.gzip;
import static org.casus.feed.Packed.page;
import static org.casus.feed.Packed.record;
import static org.casus.feed.Packed.response;
import static org.casus.feed.Packed.tar;
import static org.casus.feed.Packed.utf8;
import static org.casus.feed.Packed.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.casus.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    private static final String NEWS = "France condemned Iran on Monday.";

    @TempDir
    private Path folder;

    @Test
    void readsThePagesOfAWebArchiveAndPassesOverTheRest() throws IOException {
        String headers = "Content-Type: text/html; charset=ISO-8859-1\r\n";
        byte[] warc = concat(
                record("warcinfo", "x:", "application/warc-fields", utf8("software: test\r\n")),
                response("http://a.example/1", page("One", NEWS + " 1")),
                record(
                        "request",
                        "http://a.example/1",
                        "application/http; msgtype=request",
                        utf8("GET / HTTP/1.1\r\n\r\n")),
                response("http://a.example/2", 404, "Content-Type: text/html\r\n", utf8(page("No", "Not found"))),
                response("http://a.example/3", 200, "Content-Type: image/png\r\n", utf8("PNG")),
                response(
                        "http://a.example/4",
                        200,
                        headers,
                        page("Four", "Élysée 4").getBytes(StandardCharsets.ISO_8859_1)),
                response(
                        "http://a.example/5",
                        200,
                        headers + "Content-Encoding: gzip\r\n",
                        gzip(utf8(page("Five", NEWS + " 5")))),
                response(
                        "http://a.example/6",
                        200,
                        headers + "Content-Encoding: deflate\r\n",
                        deflate(page("Six", NEWS + " 6"))),
                response(
                        "http://a.example/7",
                        200,
                        headers + "Content-Encoding: br\r\n",
                        Base64.getDecoder().decode("CwmAPGh0bWw+PHA+QnJvdGxpPC9wPgM=")),
                response(
                        "http://a.example/8",
                        200,
                        headers + "Content-Encoding: gzip\r\n",
                        utf8(page("Eight", NEWS + " 8"))),
                record(
                        "response",
                        "http://a.example/9",
                        "application/http; msgtype=response",
                        utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "16\r\n<html><p>Chunked text.\r\n4\r\n</p>\r\n0\r\n\r\n")),
                record("resource", "http://a.example/10", "text/html", utf8(page("Ten", NEWS + " 10"))),
                record("conversion", "http://a.example/11", "text/plain", utf8(NEWS + " 11")),
                record(
                        "revisit",
                        "http://a.example/1",
                        "application/http; msgtype=response",
                        utf8("HTTP/1.1 200 OK\r\n\r\n")),
                record("metadata", "http://a.example/1", "application/warc-fields", utf8("x: y\r\n")));
        Seen seen = Seen.in(write("crawl.warc", warc));
        assertThat(seen.problems).isEmpty();
        assertThat(seen.bodies())
                .containsExactly(
                        NEWS + " 1",
                        "Élysée 4",
                        NEWS + " 5",
                        NEWS + " 6",
                        "Brotli",
                        NEWS + " 8",
                        "Chunked text.",
                        NEWS + " 10",
                        NEWS + " 11");
        assertThat(seen.passedOver).isEqualTo(6);
        assertThat(seen.articles.get(0))
                .returns("http://a.example/1", Article::url)
                .returns("crawl.warc", Article::file)
                .returns(null, Article::published);
    }

    @Test
    void theDayOfTheFetchCountsOnlyOnRequest() throws IOException {
        String dated = "<html><head><meta property='article:published_time' content='2019-01-02'></head><p>Dated.</p>";
        Path file = write(
                "crawl.warc.gz",
                concat(gzip(response("http://a/1", page("A", NEWS))), gzip(response("http://a/2", dated))));
        Seen seen = new Seen();
        new Inputs(Columns.guessed(), true).read(file, seen);
        assertThat(seen.articles)
                .extracting(Article::published)
                .containsExactly(LocalDate.of(2020, 3, 4), LocalDate.of(2019, 1, 2));
        assertThat(Seen.in(file).articles.get(0).published()).isNull();
    }

    @Test
    void archivesNameWhatTheyDoNotOpen() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("news/a.txt", utf8(NEWS));
        entries.put("../../etc/b.txt", utf8(NEWS + " Up."));
        entries.put("logo.png", utf8("PNG"));
        entries.put("inner.zip", zip(Map.of("x.txt", utf8(NEWS))));
        entries.put("page.html", gzip(utf8(NEWS)));
        entries.put("big.txt", Packed.concat(random(10_000_001)));
        entries.put("lines.jsonl", utf8("{\"text\":\"Line one.\"}\n{\"text\":\"Line two.\"}\n"));
        entries.put("rows.csv", utf8("body,headline\nRow one.,T\n"));
        entries.put("empty.txt", new byte[0]);
        for (Path file : new Path[] {
            write("a.zip", zip(entries)), write("a.tar", tar(entries)), write("a.tgz", gzip(tar(entries)))
        }) {
            Seen seen = Seen.in(file);
            assertThat(seen.bodies())
                    .as(file.toString())
                    .containsExactly(NEWS, NEWS + " Up.", "Line one.", "Line two.", "Row one.");
            assertThat(seen.articles).extracting(Article::file).startsWith("a.txt", "b.txt");
            assertThat(seen.passedOver).isEqualTo(1);
            assertThat(seen.problems)
                    .containsExactly(
                            file + ", inner.zip: is an archive inside an archive, which is not opened; unpack it",
                            file + ", page.html: is an archive inside an archive, which is not opened; unpack it",
                            file + ", big.txt: is larger than 10 MB; split it into articles first",
                            file + ", empty.txt: is empty");
        }
        assertThat(folder.resolve("../../etc/b.txt")).doesNotExist();
    }

    @Test
    void zipBombsAreNotOpened() throws IOException {
        Path file = write("bomb.zip", zip(Map.of("bomb.txt", new byte[300_000_000])));
        assertThat(Seen.in(file).problems).singleElement().asString().contains("bomb.txt", "200 times", "not opened");
        assertThat(Seen.in(write("bomb.tgz", gzip(tar(Map.of("bomb.txt", new byte[50_000_000]))))).problems)
                .singleElement()
                .asString()
                .contains("bomb.txt: is larger than 10 MB");
        assertThat(Seen.in(write("bomb.txt.gz", gzip(new byte[50_000_000]))).problems)
                .singleElement()
                .asString()
                .contains("larger than 10 MB");
        byte[] bomb = response(
                "http://a/", 200, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip(new byte[50_000_000]));
        assertThat(Seen.in(write("bomb.warc", bomb)).problems)
                .singleElement()
                .asString()
                .contains("record 1 (byte 0): is larger than 10 MB");
    }

    @Test
    void columnsAreGuessedAndNamed() throws IOException {
        Path file = write(
                "news.tsv",
                utf8("\uFEFFid\tHeadline\tMain Text\tdate_publish\tsource_domain\n1\tTitle\t" + NEWS
                        + "\t2019-02-03 10:11:12\texample.org\n"));
        Seen seen = Seen.in(file);
        assertThat(seen.notes)
                .containsExactly(file + ": read as --columns text=Main Text,title=Headline,published=date_publish,"
                        + "publisher=source_domain");
        assertThat(seen.articles)
                .containsExactly(
                        Article.of("news.tsv", null, "Title", "example.org", LocalDate.of(2019, 2, 3), null, NEWS));
        assertThat(Seen.in(file, Columns.parse("text=Headline")).bodies()).containsExactly("Title");
        assertThat(Seen.in(file, Columns.parse("text=nosuch")).problems)
                .singleElement()
                .asString()
                .contains("has no column \"nosuch\"; its columns are id, Headline");
        assertThat(Seen.in(write("events.csv", utf8("a;b\n1;2\n"))).problems)
                .singleElement()
                .asString()
                .contains("has no column for the text among a, b; name it with --columns text=NAME");
    }

    @Test
    void standardInputIsToldByItsFirstBytes() throws IOException {
        byte[] warc = response("http://a/1", page("A", NEWS));
        for (byte[] input : new byte[][] {
            warc,
            gzip(warc),
            utf8(NEWS),
            gzip(utf8(NEWS)),
            utf8("{\"text\":\"" + NEWS + "\"}\n"),
            gzip(utf8("{\"text\":\"" + NEWS + "\"}\n")),
            zip(Map.of("a.txt", utf8(NEWS))),
            gzip(tar(Map.of("a.txt", utf8(NEWS))))
        }) {
            Seen seen = new Seen();
            new Inputs(Columns.guessed(), false).read(new ByteArrayInputStream(input), "standard input", seen);
            assertThat(seen.bodies()).containsExactly(NEWS);
            assertThat(seen.problems).isEmpty();
        }
    }

    @Test
    void foldersAreSearchedForArchivesToo() throws IOException {
        write("b.zip", zip(Map.of("x.html", utf8(page("T", "From the zip.")))));
        write("a.txt.gz", gzip(utf8("From the gzip.")));
        write("c.txt", utf8("From the text."));
        write("d.bin", utf8("not read"));
        assertThat(Seen.in(folder).bodies()).containsExactly("From the gzip.", "From the zip.", "From the text.");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] deflate(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(utf8(text));
        }
        return out.toByteArray();
    }
}
