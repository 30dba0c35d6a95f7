package org.casus.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a table: its name and how a row fills it. Null is a cell without a value. */
record Column<R>(String name, Function<R, @Nullable Object> value) {

    /** A column of text from an article, which a spreadsheet must not run. */
    static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
        return new Column<>(name, row -> {
            String text = value.apply(row);
            return text == null ? null : CellText.inert(text);
        });
    }
}
