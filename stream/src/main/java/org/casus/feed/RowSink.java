package org.casus.feed;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.casus.article.ArticleReader;
import org.casus.article.Fields;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.Columns.NoSuchColumnException;
import org.jspecify.annotations.Nullable;

/** Makes articles of a table's rows. */
final class RowSink {
    private final ArticleReader reader;
    private final Origin origin;
    private final FeedSink sink;
    private final Map<String, Integer> columns;

    RowSink(ArticleReader reader, Columns wanted, List<String> header, Origin origin, FeedSink sink)
            throws NoSuchColumnException {
        this.reader = reader;
        this.origin = origin;
        this.sink = sink;
        this.columns = wanted.among(header);
        sink.note(origin.name() + ": read as --columns " + Columns.told(columns, header));
    }

    /** The columns that are read. */
    List<Integer> columns() {
        return List.copyOf(columns.values());
    }

    /** @param cells gives the text of a column, or null where the row has none */
    void row(long number, IntFunction<@Nullable String> cells) {
        Fields fields = new Fields(
                cell(cells, "file"),
                cell(cells, "url"),
                cell(cells, "title"),
                cell(cells, "publisher"),
                cell(cells, "published"),
                cell(cells, "language"),
                cell(cells, "text"));
        Origin row = new Origin(origin.name() + ", row " + number, origin.file(), null, null, false, null);
        if (fields.text() != null && fields.text().length() > ArticleReader.LARGEST) {
            problem(number, "is larger than " + ArticleReader.LARGEST / 1_000_000 + " MB");
        } else {
            reader.read(fields, row, new Finding(sink));
        }
    }

    void problem(long number, String reason) {
        sink.problem(new Problem(origin.name() + ", row " + number, reason));
    }

    private @Nullable String cell(IntFunction<@Nullable String> cells, String field) {
        Integer column = columns.get(field);
        return column == null ? null : cells.apply(column);
    }
}
