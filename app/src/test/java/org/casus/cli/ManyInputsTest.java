package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives through the command line: the same bytes as page by page, and a word on all that gave no events. */
class ManyInputsTest {
    private static final String GERMAN = "Die Regierung hat am Montag mit dem Botschafter und der Ministerin in Berlin"
            + " gesprochen, und das Treffen ist nach zwei Stunden zu Ende gegangen.";

    @TempDir
    private Path folder;

    @Test
    void anArchiveGivesTheSameBytesAsItsPages() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pages.zip")))) {
            for (int i = 0; i < 20; i++) {
                String page = page(i, "France condemned Iran on Monday. Spain praised Peru, number " + i + ".");
                Files.writeString(pages.resolve("p" + (10 + i) + ".html"), page);
                zip.putNextEntry(new ZipEntry("p" + (10 + i) + ".html"));
                zip.write(page.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        String single = Run.of("code", "--format", "jsonl", pages.toString()).out();
        Run archive =
                Run.of("code", "--format", "jsonl", folder.resolve("pages.zip").toString());
        assertThat(archive.out()).isEqualTo(single);
        assertThat(single.lines()).hasSizeGreaterThan(20);
        assertThat(archive.code()).isZero();
        assertThat(Run.of("page", folder.resolve("pages.zip").toString()).out())
                .isEqualTo(Run.of("page", pages.toString()).out());
    }

    @Test
    void saysAtTheEndWhatBecameOfAll() throws IOException {
        Path file = folder.resolve("crawl.warc.gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            record(out, "response", page(1, "France condemned Iran on Monday."));
            record(out, "response", page(2, GERMAN));
            record(out, "request", "");
            out.write(new byte[] {1, 2, 3, 4});
        }
        Run run = Run.of("code", "--format", "jsonl", file.toString());
        assertThat(run.lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "4 records: 1 articles, 1 not pages, 1 not English, 1 not readable",
                        "1 article not English (1 de) was passed over: crawl.warc.gz",
                        "crawl.warc.gz, record 4 (byte ");
        Path text = Files.writeString(folder.resolve("text.txt"), GERMAN);
        assertThat(Run.of("code", text.toString()))
                .returns(0, Run::code)
                .extracting(Run::err)
                .asString()
                .contains("1 article not English (1 de) was passed over: text.txt");
    }

    @Test
    void wrongColumnsAreWrongUsage() {
        assertThat(Run.with("", Map.of(), "code", "--columns", "txt=body", "x.csv"))
                .returns(2, Run::code)
                .extracting(Run::err)
                .asString()
                .contains("no field \"txt\"");
    }

    private static String page(int number, String text) {
        return "<!DOCTYPE html><html><head><title>Report " + number + "</title></head><body><p>" + text
                + "</p></body></html>";
    }

    private static void record(OutputStream out, String type, String page) throws IOException {
        String block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
        String record = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://a.example/"
                + "\r\nWARC-Date: 2020-03-04T05:06:07Z\r\nWARC-Record-ID: <urn:uuid:1c1e2f0a-0000-4000-8000-000000000001>"
                + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + block.length()
                + "\r\n\r\n" + block + "\r\n\r\n";
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        gzip.write(record.getBytes(StandardCharsets.UTF_8));
        gzip.finish();
    }
}
