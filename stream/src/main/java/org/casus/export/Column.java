package org.casus.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a tab-separated format: its name and how a deed fills it. Null is a cell without a value. */
record Column(String name, Function<Deed, @Nullable Object> value) {

    static Column of(String name, Function<Deed, @Nullable Object> value) {
        return new Column(name, value);
    }

    /** A column of text from an article, which a spreadsheet must not run. */
    static Column text(String name, Function<Deed, @Nullable String> value) {
        return new Column(name, deed -> {
            String text = value.apply(deed);
            return text == null ? null : CellText.inert(text);
        });
    }
}
