package org.casus.cli;

import org.casus.feed.Columns;
import org.casus.feed.Inputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how inputs are read. */
final class FeedOptions {
    /** What dates a page that does not date itself. */
    enum AssumedDay {
        FETCH
    }

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN,…",
            converter = ColumnsConverter.class,
            description =
                    "Which columns of tables hold what, as text=body,title=headline; fields: text, title, published,"
                            + " publisher, url, language, file. What is not named is guessed.")
    private Columns columns = Columns.guessed();

    @Option(
            names = "--assume-published",
            paramLabel = "fetch",
            description = "fetch: a page of a web archive that names no day counts as published when it was fetched.")
    private @Nullable AssumedDay assumed;

    Inputs inputs() {
        return new Inputs(columns, assumed == AssumedDay.FETCH);
    }

    private static final class ColumnsConverter implements ITypeConverter<Columns> {
        @Override
        public Columns convert(String value) {
            try {
                return Columns.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
