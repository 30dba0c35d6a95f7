package org.casus.feed;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.casus.article.ArticleReader;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.Columns.NoSuchColumnException;

/** The rows of a CSV or TSV file, the first of which names the columns. Comma, semicolon or tab: the header tells. */
final class CsvSource implements Source {
    static final int SAMPLE = 1 << 16;
    /** Longest row: a text of the greatest size and what stands beside it. */
    private static final int LONGEST = ArticleReader.LARGEST + (1 << 20);

    private final ArticleReader reader;
    private final Columns columns;
    private final byte[] sample;
    private final InputStream in;
    private final Origin origin;

    /** @param sample the beginning of what the stream holds, by which its character set and its delimiter are told */
    CsvSource(ArticleReader reader, Columns columns, byte[] sample, InputStream in, Origin origin) {
        this.reader = reader;
        this.columns = columns;
        this.sample = sample;
        this.in = in;
        this.origin = origin;
    }

    static CsvSource of(ArticleReader reader, Columns columns, InputStream in, Origin origin) throws IOException {
        byte[] sample = in.readNBytes(SAMPLE);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(sample), in);
        return new CsvSource(reader, columns, sample, all, origin);
    }

    @Override
    public void read(FeedSink sink) throws IOException {
        if (sample.length == 0) {
            sink.problem(new Problem(origin.name(), "is empty"));
            return;
        }
        Charset charset = ArticleReader.charset(sample);
        Reader text = new BufferedReader(new InputStreamReader(in, charset));
        RowLimit limited = new RowLimit(text, LONGEST);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(new String(sample, charset)))
                .setTrailingData(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(limited).setFormat(format).get()) {
            rows(parser.iterator(), limited, sink);
        }
    }

    private void rows(Iterator<CSVRecord> rows, RowLimit limited, FeedSink sink) {
        long number = 1;
        try {
            List<String> header = rows.hasNext() ? rows.next().toList() : List.of("");
            if (header.get(0).startsWith("\uFEFF")) {
                header = withoutMark(header);
            }
            RowSink articles = new RowSink(reader, columns, header, origin, sink);
            limited.nextRow();
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                number++;
                articles.row(number, column -> column < row.size() ? row.get(column) : null);
                limited.nextRow();
            }
        } catch (NoSuchColumnException e) {
            sink.problem(new Problem(origin.name(), e.getMessage()));
        } catch (UncheckedIOException | IllegalStateException e) {
            // a quote that is never closed takes in all that follows: no row behind it can be told from its text
            Throwable cause = e.getCause() == null ? e : e.getCause();
            sink.problem(new Problem(
                    origin.name() + ", row " + (number + 1),
                    "is damaged, and what follows it cannot be read: " + cause.getMessage()));
        }
    }

    private static List<String> withoutMark(List<String> header) {
        List<String> plain = new ArrayList<>(header);
        plain.set(0, header.get(0).substring(1).replaceAll("^\"|\"$", ""));
        return plain;
    }

    private static char delimiter(String head) {
        String line = head.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Ends a row that would fill the memory. */
    private static final class RowLimit extends Reader {
        private final Reader in;
        private final int longest;
        private long inRow;

        RowLimit(Reader in, int longest) {
            this.in = in;
            this.longest = longest;
        }

        void nextRow() {
            inRow = 0;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (inRow > longest) {
                throw new IOException(
                        "it is longer than " + longest / 1_000_000 + " million characters (is a quote never closed?)");
            }
            int got = in.read(target, offset, length);
            inRow += Math.max(0, got);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
