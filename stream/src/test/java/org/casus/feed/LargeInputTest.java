package org.casus.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.casus.article.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory needed does not grow with the file: the web archives are larger than the heap of the tests. */
class LargeInputTest {
    private static final int RECORDS = 5_000;
    private static final int LINES = 1_000;
    private static final byte[] RECORD =
            Packed.response("http://a/", Packed.page("A", "France condemned Iran. ".repeat(11_000)));

    @TempDir
    private Path folder;

    @Test
    void webArchivesArePassedThrough() {
        assertThat((long) RECORD.length * RECORDS)
                .isGreaterThan(Runtime.getRuntime().maxMemory());
        assertThat(found(new Repeated(RECORD, RECORDS))).isEqualTo(RECORDS);
        assertThat(found(new Repeated(Packed.gzip(RECORD), RECORDS))).isEqualTo(RECORDS);
    }

    @Test
    void packedLinesArePassedThrough() throws IOException {
        byte[] line = Packed.utf8("{\"text\":\"" + "France condemned Iran. ".repeat(11_000) + "\"}\n");
        Path file = folder.resolve("lines.jsonl.gz");
        try (InputStream in = new Repeated(Packed.gzip(line), LINES)) {
            Files.copy(in, file);
        }
        Counting sink = new Counting();
        new Inputs(Columns.guessed(), false).read(file, sink);
        assertThat(sink.found).isEqualTo(LINES);
    }

    @Test
    void anEndlessQuoteEndsInAProblem() throws IOException {
        Path file = Files.write(folder.resolve("rows.csv"), Packed.utf8("text\nA text.\n\""));
        byte[] much = new byte[30_000_000];
        Arrays.fill(much, (byte) 'x');
        Files.write(file, much, StandardOpenOption.APPEND);
        Counting sink = new Counting();
        new Inputs(Columns.guessed(), false).read(file, sink);
        assertThat(sink.found).isEqualTo(1);
        assertThat(sink.problem).contains("row 3", "is a quote never closed?");
    }

    private static int found(InputStream in) {
        Counting sink = new Counting();
        new Inputs(Columns.guessed(), false).read(in, "standard input", sink);
        assertThat(sink.problem).isNull();
        return sink.found;
    }

    private static final class Counting implements FeedSink {
        private int found;
        private String problem;

        @Override
        public void found(Unread input) {
            found++;
        }

        @Override
        public void problem(Problem what) {
            problem = what.toString();
        }

        @Override
        public void passedOver() {}

        @Override
        public void note(String line) {}
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private int left;
        private InputStream current = InputStream.nullInputStream();

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.left = times;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = current.read(target, offset, length);
            while (got < 0 && left > 0) {
                left--;
                current = new ByteArrayInputStream(bytes);
                got = current.read(target, offset, length);
            }
            return got;
        }
    }
}
