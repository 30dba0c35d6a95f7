package org.casus.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The formats in which events leave the program. What each column holds stands in docs/exports.md.
 *
 * <pre>{@code
 * try (EventWriter writer = ExportFormat.GDELT2.on(out, FormatContext.of(casus.codebook(), "0.1"))) {
 *     writer.write(casus.coder().code(article));
 * }
 * }</pre>
 */
public enum ExportFormat {
    JSONL("jsonl", "application/x-ndjson", "everything about each event, a JSON object a line"),
    CSV("csv", "text/csv", "the same as a table, comma-separated with a header"),
    PARQUET(
            "parquet",
            "application/vnd.apache.parquet",
            "the same as a table with types, for R, Python, DuckDB, Spark"),
    GDELT1("csv", "text/tab-separated-values", "GDELT 1.0 events, 58 columns"),
    GDELT2("csv", "text/tab-separated-values", "GDELT 2.0 events, 61 columns"),
    ICEWS("tab", "text/tab-separated-values", "ICEWS events, 20 columns with a header"),
    PHOENIX("txt", "text/tab-separated-values", "Phoenix events, 26 columns"),
    POLECAT("txt", "text/tab-separated-values", "POLECAT events, 40 columns with a header"),
    PLOVER("jsonl", "application/x-ndjson", "PLOVER's own JSON, an object a line"),
    GRAPHML("graphml", "application/graphml+xml", "who deals how with whom, counted, as a graph");

    private final String extension;
    private final String mediaType;
    private final String description;

    ExportFormat(String extension, String mediaType, String description) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.description = description;
    }

    /** As the command line writes it: {@code gdelt2}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where a format has columns for how widely an event was reported. */
    public boolean tellsCoverage() {
        return this == GDELT1 || this == GDELT2;
    }

    /** What files of the format end in, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What it is, in one line. */
    public String description() {
        return description;
    }

    /** True for what no terminal can show. */
    public boolean isBinary() {
        return this == PARQUET;
    }

    /** A writer on a stream, which stays open when the writer is closed. Text is UTF-8. */
    public EventWriter on(OutputStream out, FormatContext context) throws IOException {
        return switch (this) {
            case JSONL -> new JsonLinesWriter(text(out));
            case CSV -> new CsvWriter(text(out));
            case PARQUET -> new ParquetWriter(out);
            case GDELT1 -> tabs(out, GdeltColumns.version1(context), true, context);
            case GDELT2 -> tabs(out, GdeltColumns.version2(context), true, context);
            case ICEWS -> tabs(out, IcewsColumns.layout(), true, context);
            case PHOENIX -> tabs(out, PhoenixColumns.layout(context), true, context);
            case POLECAT -> tabs(out, PolecatColumns.layout(context), false, context);
            case PLOVER -> new PloverJsonWriter(text(out), context);
            case GRAPHML -> {
                LeftOut leftOut = new LeftOut(label());
                yield new GraphMlWriter(text(out), new Deeds(context.codebook(), true, leftOut), leftOut);
            }
        };
    }

    private EventWriter tabs(OutputStream out, TabWriter.Layout layout, boolean bothWays, FormatContext context)
            throws IOException {
        LeftOut leftOut = new LeftOut(label());
        return new TabWriter(text(out), layout, new Deeds(context.codebook(), bothWays, leftOut), leftOut);
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
