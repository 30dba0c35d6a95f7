package org.casus.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.casus.article.Article;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/** Events as comma-separated values with a header (RFC 4180), the JSON's fields flattened. */
public final class CsvWriter implements EventWriter {
    private final CSVPrinter csv;

    public CsvWriter(Writer out) throws IOException {
        String[] header =
                EventColumns.ALL.stream().map(EventColumns.Typed::name).toArray(String[]::new);
        csv = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(header)
                        .setRecordSeparator("\n")
                        .get());
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        EventColumns.Row row = new EventColumns.Row(article, event);
        csv.printRecord(EventColumns.ALL.stream()
                .map(column -> cell(column.value().apply(row)))
                .toArray());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof List<?> parts) {
            return String.join("|", parts.stream().map(String::valueOf).toList());
        }
        return value instanceof String text ? CellText.inert(text) : value;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
