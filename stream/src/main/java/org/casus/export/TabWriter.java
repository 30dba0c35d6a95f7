package org.casus.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.article.Article;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events as tab-separated lines, as GDELT, ICEWS, Phoenix and POLECAT have them. These formats know no quoting: what would part cells or
 * lines becomes a blank.
 */
final class TabWriter implements EventWriter {
    /** A format: its columns, whether their names stand above them, and what stands where there is no value. */
    record Layout(List<Column> columns, boolean header, String missing) {}

    private final Writer out;
    private final Layout layout;
    private final Deeds deeds;
    private final LeftOut leftOut;

    TabWriter(Writer out, Layout layout, Deeds deeds, LeftOut leftOut) throws IOException {
        this.out = out;
        this.layout = layout;
        this.deeds = deeds;
        this.leftOut = leftOut;
        if (layout.header()) {
            out.write(layout.columns().stream().map(Column::name).collect(Collectors.joining("\t")) + "\n");
        }
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        for (Deed deed : deeds.of(article, event)) {
            out.write(layout.columns().stream()
                            .map(column -> cell(column.value().apply(deed)))
                            .collect(Collectors.joining("\t"))
                    + "\n");
        }
    }

    private String cell(@Nullable Object value) {
        String text = value == null ? "" : CellText.oneLine(value.toString());
        return text.isBlank() ? layout.missing() : text;
    }

    @Override
    public Optional<String> leftOut() {
        return leftOut.message();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
