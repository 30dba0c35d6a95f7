package org.casus.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.casus.article.ArticleReader;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.Columns.NoSuchColumnException;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, read by DuckDB in this process: streamed, without network, extensions or files of its own. */
final class ParquetSource implements Source {
    private static final List<String> SETTINGS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET temp_directory = ''",
            "SET memory_limit = '512MB'",
            "SET threads = 1");

    private final ArticleReader reader;
    private final Columns columns;
    private final Path file;
    private final Origin origin;

    ParquetSource(ArticleReader reader, Columns columns, Path file, Origin origin) {
        this.reader = reader;
        this.columns = columns;
        this.file = file;
        this.origin = origin;
    }

    @Override
    public void read(FeedSink sink) throws IOException {
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        long[] row = {0};
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", streaming)) {
            try (Statement settings = duckdb.createStatement()) {
                for (String setting : SETTINGS) {
                    settings.execute(setting);
                }
            }
            List<String> header = header(duckdb);
            rows(duckdb, header, new RowSink(reader, columns, header, origin, sink), row);
        } catch (NoSuchColumnException e) {
            sink.problem(new Problem(origin.name(), e.getMessage()));
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IOException(row[0] == 0 ? reason : "behind row " + row[0] + " the file is damaged: " + reason, e);
        }
    }

    private List<String> header(Connection duckdb) throws SQLException {
        try (PreparedStatement query = prepared(duckdb, "SELECT * FROM read_parquet(?) LIMIT 0");
                ResultSet none = query.executeQuery()) {
            ResultSetMetaData data = none.getMetaData();
            List<String> header = new ArrayList<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                header.add(data.getColumnName(i));
            }
            return header;
        }
    }

    /** Every wanted column as text, or nothing where it is larger than an article may be; its size comes after it. */
    private void rows(Connection duckdb, List<String> header, RowSink articles, long[] row) throws SQLException {
        List<Integer> wanted = articles.columns();
        String cells = wanted.stream()
                .map(column -> "CAST(\"" + header.get(column).replace("\"", "\"\"") + "\" AS VARCHAR)")
                .map(cell -> "CASE WHEN strlen(" + cell + ") > " + ArticleReader.LARGEST + " THEN NULL ELSE " + cell
                        + " END, coalesce(strlen(" + cell + "), 0)")
                .collect(Collectors.joining(", "));
        try (PreparedStatement query = prepared(duckdb, "SELECT " + cells + " FROM read_parquet(?)");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                row[0]++;
                @Nullable String[] values = new String[header.size()];
                boolean large = false;
                for (int i = 0; i < wanted.size(); i++) {
                    values[wanted.get(i)] = rows.getString(2 * i + 1);
                    large |= rows.getLong(2 * i + 2) > ArticleReader.LARGEST;
                }
                if (large) {
                    articles.problem(row[0], "is larger than " + ArticleReader.LARGEST / 1_000_000 + " MB");
                } else {
                    articles.row(row[0], column -> values[column]);
                }
            }
        }
    }

    private PreparedStatement prepared(Connection duckdb, String sql) throws SQLException {
        PreparedStatement query = duckdb.prepareStatement(sql);
        // DuckDB takes * ? and [ in a file's name for a pattern
        query.setString(1, file.toString().replaceAll("[\\[*?]", "[$0]"));
        return query;
    }
}
