package org.casus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.casus.codebook.Codebook;
import org.casus.export.EventWriter;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.export.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --format} names: the table for people or a format for programs.
 *
 * @param format null for the table
 */
record Output(@Nullable ExportFormat format) {
    static final Output TABLE = new Output(null);

    private static final String NAME_OF_TABLE = "table";

    EventWriter on(Console console, Codebook codebook) throws IOException {
        if (format == null) {
            return new TableWriter(console.writer(), console.paint(), console.width());
        }
        return format.on(console.out(), FormatContext.of(codebook, Version.number()));
    }

    /** True for what no terminal can show. */
    boolean isBinary() {
        return format != null && format.isBinary();
    }

    @Override
    public String toString() {
        return format == null ? NAME_OF_TABLE : format.label();
    }

    /** Reads a name, in whatever case. */
    static final class Converter implements ITypeConverter<Output> {
        @Override
        public Output convert(String name) {
            if (name.equalsIgnoreCase(NAME_OF_TABLE)) {
                return TABLE;
            }
            for (ExportFormat format : ExportFormat.values()) {
                if (format.label().equals(name.toLowerCase(Locale.ROOT))) {
                    return new Output(format);
                }
            }
            throw new TypeConversionException("'" + name + "' is none of " + String.join(", ", new Names()));
        }
    }

    /** The names, for help. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            add(NAME_OF_TABLE);
            for (ExportFormat format : ExportFormat.values()) {
                add(format.label());
            }
        }
    }
}
