package org.casus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.feed.Packed.concat;
import static org.casus.feed.Packed.gzip;
import static org.casus.feed.Packed.page;
import static org.casus.feed.Packed.response;
import static org.casus.feed.Packed.tar;
import static org.casus.feed.Packed.utf8;
import static org.casus.feed.Packed.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files: each fault is named, and what is sound around it is read. */
class DamagedInputsTest {
    private static final byte[] A = response("http://x/a", page("A", "Text a."));
    private static final byte[] B = response("http://x/b", page("B", "Text b."));
    private static final byte[] C = response("http://x/c", page("C", "Text c."));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isNamedAndTheRestIsRead(String what, String name, byte[] bytes, List<String> read, String named)
            throws IOException {
        Seen seen = Seen.in(Files.write(folder.resolve(name), bytes));
        assertThat(seen.bodies())
                .isEqualTo(read.stream().map(text -> "Text " + text + ".").toList());
        assertThat(seen.problems).isNotEmpty();
        assertThat(String.join("\n", seen.problems))
                .contains(name)
                .contains(named)
                .doesNotContain("Exception");
    }

    static Stream<Arguments> faults() throws IOException {
        byte[] gz = concat(gzip(A), gzip(B), gzip(C));
        int second = gzip(A).length;
        int third = second + gzip(B).length;
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String letter : List.of("a", "b", "c")) {
            entries.put(letter + ".txt", utf8("Text " + letter + "."));
        }
        byte[] zip = zip(entries);
        byte[] tar = tar(entries);
        byte[] lines = utf8("{\"text\":\"Text a.\"}\n");
        byte[] moreLines = utf8("{\"text\":\"Text c.\"}\n");
        return Stream.of(
                fault(
                        "a length too great",
                        "x.warc",
                        concat(A, length(B, 20), C),
                        "a c",
                        "record 2 (byte " + A.length + "): has a wrong length"),
                fault(
                        "a length too great by more than the file",
                        "x.warc",
                        concat(A, length(B, 900_000_000), C),
                        "a c",
                        "record 2"),
                fault("a length too small", "x.warc", concat(A, length(B, -30), C), "a c", "record 2"),
                fault(
                        "no length",
                        "x.warc",
                        concat(A, replace(B, "Content-Length", "Content-Lenght"), C),
                        "a c",
                        "record 2"),
                fault(
                        "a length that is no number",
                        "x.warc",
                        concat(A, replaceLength(B, "many"), C),
                        "a c",
                        "has no length"),
                fault(
                        "a header without a block",
                        "x.warc",
                        concat(A, utf8("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\n"), C),
                        "a c",
                        "record 2"),
                fault(
                        "a header without an end",
                        "x.warc",
                        concat(A, utf8("WARC/1.0\r\nWARC-Type: response\r\n")),
                        "a",
                        "ends early"),
                fault(
                        "an endless header",
                        "x.warc",
                        concat(A, utf8("WARC/1.0\r\n" + "X: y\r\n".repeat(20_000)), utf8("\r\n\r\n"), C),
                        "a c",
                        "header without an end"),
                fault(
                        "binary between records",
                        "x.warc",
                        concat(A, new byte[5_000], utf8("\n"), C),
                        "a c",
                        "does not begin with"),
                fault("cut in the block", "x.warc", concat(A, Arrays.copyOf(B, B.length - 20)), "a", "ends early"),
                fault("cut in the header", "x.warc", concat(A, Arrays.copyOf(B, 40)), "a", "ends early"),
                fault(
                        "an http header that is none",
                        "x.warc",
                        concat(A, replace(B, "HTTP/1.1", "\u0001TTP/1.1"), C),
                        "a c",
                        "record 2"),
                fault(
                        "content that cannot be unpacked",
                        "x.warc",
                        concat(
                                A,
                                response(
                                        "http://x/b",
                                        200,
                                        "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                                        flip(gzip(utf8("x".repeat(500))), 15)),
                                C),
                        "a c",
                        "record 2"),
                fault("an empty web archive", "x.warc", new byte[0], "", "is empty"),
                fault(
                        "a gzip member broken in the middle",
                        "x.warc.gz",
                        flip(gz, second + 40),
                        "a c",
                        "record 2 (byte " + second + ")"),
                fault(
                        "a gzip member with a broken header",
                        "x.warc.gz",
                        flip(gz, second),
                        "a c",
                        "does not begin like one"),
                fault("a gzip member with a wrong checksum", "x.warc.gz", flip(gz, third - 8), "a c", "checksum"),
                fault("a gzip member with a wrong size", "x.warc.gz", flip(gz, third - 2), "a c", "length is wrong"),
                fault(
                        "a gzip file cut in the last member",
                        "x.warc.gz",
                        Arrays.copyOf(gz, gz.length - 30),
                        "a b",
                        "ends early"),
                fault("a gzip file cut in a header", "x.warc.gz", Arrays.copyOf(gz, third + 5), "a b", "ends early"),
                fault(
                        "zeros over a gzip member",
                        "x.warc.gz",
                        zeros(gz, second, third),
                        "a c",
                        "does not begin like one"),
                fault(
                        "lines: a broken member",
                        "x.jsonl.gz",
                        concat(gzip(lines), flip(gzip(utf8("{\"text\":\"Text b.\"}\n")), 20), gzip(moreLines)),
                        "a c",
                        "damaged"),
                fault(
                        "lines: cut off",
                        "x.jsonl.gz",
                        concat(gzip(lines), Arrays.copyOf(gzip(moreLines), 25)),
                        "a",
                        "ends early"),
                fault(
                        "lines: no JSON in the middle",
                        "x.jsonl",
                        concat(lines, utf8("{\"text\":\n"), moreLines),
                        "a c",
                        "line 2: is no JSON"),
                fault(
                        "a table with half a character before a broken member",
                        "x.csv.gz",
                        concat(
                                gzip(concat(utf8("text,by\nText a.,\u00c9l"), new byte[] {(byte) 0xC3})),
                                new byte[] {1, 2, 3},
                                gzip(utf8("\nText c.,x\n"))),
                        "a c",
                        "does not begin like one"),
                fault(
                        "a text cut off",
                        "x.txt.gz",
                        Arrays.copyOf(gzip(utf8("Text a." + " ".repeat(2_000))), 20),
                        "a",
                        "ends early"),
                fault("a text that is no gzip", "x.zip", utf8("Text a."), "", "x.zip"),
                fault(
                        "a zip cut off",
                        "x.zip",
                        Arrays.copyOf(zip, indexOf(zip, "c.txt") - 10),
                        "a b",
                        "no directory at its end"),
                fault("a zip entry broken", "x.zip", flip(zip, indexOf(zip, "b.txt") + 7), "a c", "b.txt: is damaged"),
                fault("a zip of no entries", "x.zip", zip(Map.of()), "", "without entries"),
                fault("a tar header broken", "x.tar", flip(tar, 1024 + 3), "a c", "checksum is wrong"),
                fault("a tar cut off", "x.tar", Arrays.copyOf(tar, 1024 + 512 + 3), "a", "b.txt"),
                fault(
                        "a tar.gz cut off",
                        "x.tar.gz",
                        Arrays.copyOf(gzip(tar(Map.of("a.txt", incompressible()))), 5_000),
                        "",
                        "ends early"),
                fault("a tar of no entries", "x.tar", new byte[1024], "", "without entries"),
                fault(
                        "a quote never closed",
                        "x.csv",
                        utf8("text\nText a.\n\"Text b.\nText c.\n"),
                        "a",
                        "row 3: is damaged"),
                fault(
                        "a row without text",
                        "x.csv",
                        utf8("id,text\n1,Text a.\n2\n3,Text c.\n"),
                        "a c",
                        "row 3: has no \"text\""),
                fault(
                        "a row with a wrong day",
                        "x.csv",
                        utf8("text,date\nText a.,2020-01-01\nText b.,soon\n"),
                        "a",
                        "row 3: \"published\" is no date"),
                fault("an empty table", "x.csv", new byte[0], "", "is empty"),
                fault("no Parquet", "x.parquet", utf8("Text a."), "", "x.parquet"),
                fault("Parquet cut off", "x.parquet", utf8("PAR1 and no more"), "", "x.parquet"),
                fault(
                        "zstd",
                        "x.warc.zst.gz",
                        gzip(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}),
                        "",
                        "unpack it"));
    }

    private static Arguments fault(String what, String name, byte[] bytes, String read, String named) {
        return Arguments.of(what, name, bytes, read.isEmpty() ? List.of() : List.of(read.split(" ")), named);
    }

    private static byte[] incompressible() {
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] length(byte[] record, int by) {
        String text = new String(record, StandardCharsets.UTF_8);
        String length = text.replaceFirst("(?s).*?Content-Length: (\\d+).*", "$1");
        return replaceLength(record, "" + (Integer.parseInt(length) + by));
    }

    private static byte[] replaceLength(byte[] record, String length) {
        return utf8(new String(record, StandardCharsets.UTF_8)
                .replaceFirst("Content-Length: \\d+", "Content-Length: " + length));
    }

    private static byte[] replace(byte[] record, String what, String with) {
        String text = new String(record, StandardCharsets.UTF_8);
        int at = text.indexOf(what);
        return utf8(text.substring(0, at) + with + text.substring(at + what.length()));
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 0x55;
        return flipped;
    }

    private static byte[] zeros(byte[] bytes, int from, int to) {
        byte[] blank = bytes.clone();
        Arrays.fill(blank, from, to, (byte) 7);
        return blank;
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
