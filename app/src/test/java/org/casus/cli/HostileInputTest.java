package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of 50 files that no newsroom would send: each ends in a clear message or a clean result, and the good ones are coded. */
class HostileInputTest {
    private static final String NEWS = "France condemned Iran on Monday.";

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new TreeMap<>();

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everyInputEndsInAMessageOrAResult() throws IOException {
        make();
        assertThat(files).hasSize(50);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Run run = Run.of("code", "--format", "jsonl", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        for (String name : files.keySet()) {
            boolean coded = run.out().contains("\"file\":\"" + name + "\"");
            boolean named = run.err().contains(name);
            assertThat(coded || named).as(name + " left a trace").isTrue();
            assertThat(coded).as(name + " holds an event").isEqualTo(name.startsWith("good"));
        }
        assertThat(run.err())
                .doesNotContain("Exception", "Error", "\tat ")
                .contains("is empty", "binary", "blanks", "larger than 10 MB");
        assertThat(run.lines())
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    private void make() throws IOException {
        add("empty.txt", "");
        add("empty.html", "");
        add("empty.jsonl", "");
        add("blank.txt", " \n\t \r\n ");
        add("blank-unicode.txt", "\u00A0\u2003\u3000 \n");
        add("newlines.txt", "\n".repeat(100_000));
        add("residue-only.txt", "date 2023-11-01 + ↺ − 16 px");
        add("good-truncated-utf8.txt", cut(("" + NEWS + " Überfall é").getBytes(StandardCharsets.UTF_8), 1));
        add(
                "good-broken-utf8.txt",
                concat(NEWS.getBytes(StandardCharsets.UTF_8), new byte[] {' ', (byte) 0xC3, (byte) 0x28, '.'}));
        add("good-latin1.txt", (NEWS + " Caf\u00e9 f\u00fcr \u00e9lys\u00e9e.").getBytes(StandardCharsets.ISO_8859_1));
        add("good-utf16.txt", ("\uFEFF" + NEWS).getBytes(StandardCharsets.UTF_16BE));
        add(
                "good-utf16le.txt",
                concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, NEWS.getBytes(StandardCharsets.UTF_16LE)));
        add("good-bom.txt", "\uFEFF" + NEWS);
        add(
                "good-cyrillic-page.html",
                ("<html><head><meta charset='windows-1251'></head><body><p>" + NEWS + " Москва.</p></body></html>")
                        .getBytes(Charset.forName("windows-1251")));
        add("nul.txt", "\0".repeat(5000));
        add("good-few-nuls.txt", NEWS + "\0 " + "And so it went on for a long while. ".repeat(10));
        add("random.txt", random(50_000));
        add("png.txt", concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, random(20_000)));
        add("gzip.txt", gzip(NEWS.repeat(1000)));
        add("pdf.html", concat("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), random(30_000)));
        add("over-10-mb.txt", "x".repeat(10_000_001));
        add("one-line-9-mb.txt", "word ".repeat(1_900_000));
        add("one-word-9-mb.txt", "x".repeat(9_000_000));
        add("good-long-line.txt", NEWS + " " + "And then nothing happened at all in the town. ".repeat(20_000));
        add("no-spaces-unicode.txt", "漢".repeat(200_000));
        add("commas.txt", ",".repeat(300_000));
        add("quotes.txt", "\"'“”‘’".repeat(20_000));
        add("hyphens.txt", "a-".repeat(50_000));
        add("parens.txt", "(".repeat(100_000));
        add("names.txt", "France ".repeat(20_000));
        add("triggers.txt", "condemned ".repeat(20_000));
        add("and.txt", "France and ".repeat(10_000));
        add("deep.html", "<div>".repeat(100_000) + "x");
        add("good-deep.html", "<html><body>" + "<div>".repeat(3_000) + "<p>" + NEWS + "</p>");
        add("unclosed.html", "<html><body><p><b><i><table><tr><td");
        add("attributes.html", "<html><body " + "a=b ".repeat(50_000) + "></body></html>");
        add("scripts.html", "<html><body>" + "<script>alert(1)</script>".repeat(5_000) + "</body></html>");
        add(
                "entities.html",
                "<html><body><p>" + "&lt;&amp;&#0;&#xD800;&#1114112;".repeat(5_000) + "</p></body></html>");
        add("links.html", "<html><body>" + "<a href='http://x'>x</a>".repeat(20_000) + "</body></html>");
        add(
                "good-laughs.html",
                "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                        + "<html><body><p>" + NEWS + " &c;&c;&c;</p></body></html>");
        add(
                "external.html",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html><body>&e;</body></html>");
        add(
                "json-ld-deep.html",
                "<html><head><script type='application/ld+json'>" + "[".repeat(50_000)
                        + "</script></head><body><p>Nothing here to code.</p></body></html>");
        add("rtl.txt", "\u202Eאיראן גינתה את צרפת\u202C. إيران تدين فرنسا.");
        add("good-rtl-mixed.txt", "\u202B\u200F" + NEWS + " \u202Eإيران\u202C");
        add("zalgo.txt", ("e" + "\u0301".repeat(500)).repeat(200));
        add("emoji.txt", "😀🏳️‍🌈👩‍👩‍👧".repeat(5_000));
        add("lone-surrogates.jsonl", "{\"text\":\"\\uD800 " + "nothing \\uDFFF to see.\"}\n");
        add("broken.jsonl", "{\"text\": \"a\n{\"text\":5}\n[1,2]\nnull\n{}\n");
        add("deep.jsonl", "[".repeat(100_000) + "\n");
        add("good.jsonl", "{\"file\":\"good.jsonl\",\"text\":\"" + NEWS + "\"}\n\n\n{\"text\":\"\"}\n");
    }

    private void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    private static byte[] cut(byte[] bytes, int by) {
        return Arrays.copyOf(bytes, bytes.length - by);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
