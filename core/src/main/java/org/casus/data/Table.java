package org.casus.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tab-separated data file: one row a line, {@code #} starts a comment line, lists inside a cell are separated by {@code |}.
 *
 * <pre>{@code
 * for (Table.Row row : Table.bundled("/org/casus/codebook/cameo.tsv", 7).rows()) {
 *     String code = row.text(0);
 * }
 * }</pre>
 */
public record Table(List<Row> rows) {
    public Table {
        rows = List.copyOf(rows);
    }

    /** Reads a file of the jar; every row must have {@code columns} cells. */
    public static Table bundled(String resource, int columns) {
        InputStream in = Table.class.getResourceAsStream(resource);
        if (in == null) {
            throw new DataException(
                    "the data file " + resource + " is missing from the program; build or download it again");
        }
        return read(in, resource, columns);
    }

    /** Reads a file of the user's; every row must have as many cells as the first, and that one of {@code columns}. */
    public static Table file(Path file, int... columns) {
        try {
            return read(Files.newInputStream(file), file.toString(), columns);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Table read(InputStream in, String name, int... columns) {
        List<Row> rows = new ArrayList<>();
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, decoder))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    int[] wanted = rows.isEmpty()
                            ? columns
                            : new int[] {rows.get(0).cells().size()};
                    rows.add(row(line, name, number, wanted));
                }
            }
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
        return new Table(rows);
    }

    private static Row row(String line, String name, int number, int[] columns) {
        String[] cells = line.split("\t", -1);
        if (Arrays.stream(columns).noneMatch(count -> count == cells.length)) {
            String wanted = Arrays.stream(columns).mapToObj(String::valueOf).collect(Collectors.joining(" or "));
            throw new DataException(
                    name + ", line " + number + ": " + cells.length + " columns where " + wanted + " are needed");
        }
        return new Row(List.of(cells), name, number);
    }

    /** One line: its cells, and where it stands. */
    public record Row(List<String> cells, String file, int line) {

        /** The cell as written, without surrounding blanks; never null, empty where nothing is written. */
        public String text(int column) {
            return cells.get(column).strip();
        }

        /** The cell, or null where nothing is written. */
        public @Nullable String textOrNull(int column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** The parts of a {@code |}-separated cell; an empty cell has none. */
        public List<String> list(int column) {
            return Arrays.stream(text(column).split("\\|"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** The cell as a number. */
        public double number(int column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw wrong("'" + text(column) + "' is no number", e);
            }
        }

        /** The cell as one of an enum's constants, written as in the data ({@code PLANNED} or {@code planned}). */
        public <E extends Enum<E>> E constant(int column, Class<E> type) {
            String wanted = text(column).replace(' ', '_');
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(wanted)) {
                    return constant;
                }
            }
            throw wrong("'" + text(column) + "' is none of " + Arrays.toString(type.getEnumConstants()), null);
        }

        /** The error to throw when this row is wrong: names file and line. */
        public DataException wrong(String why, @Nullable Throwable cause) {
            return new DataException(file + ", line " + line + ": " + why, cause);
        }
    }
}
