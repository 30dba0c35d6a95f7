package org.casus.spark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.export.EventColumns;

/** Reads Parquet as a user of the output does, without Spark. */
final class Tables {
    private static final String COLUMNS = EventColumns.WITH_DAYS.stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));

    private Tables() {}

    /** The events of an output, each as JSON, sorted. */
    static List<String> events(Path output) throws SQLException {
        return lines("SELECT to_json(event) FROM (SELECT " + COLUMNS + " FROM read_parquet('" + output
                + "/events/*/*/*/*.parquet')) event ORDER BY 1");
    }

    /** The same of a single file. */
    static List<String> eventsIn(Path file) throws SQLException {
        return lines("SELECT to_json(event) FROM (SELECT " + COLUMNS + " FROM read_parquet('" + file
                + "')) event ORDER BY 1");
    }

    static List<String> lines(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
