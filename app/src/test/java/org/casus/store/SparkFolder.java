package org.casus.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.export.ParquetWriter;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** Writes coded articles as the Spark job lays them out: its events by the program's own writer, the other tables by DuckDB. */
public final class SparkFolder {
    private final Path root;
    private final String coder;

    /** @param coder the column's value: v and 16 hexadecimal digits */
    public SparkFolder(Path root, String coder) {
        this.root = root;
        this.coder = coder;
    }

    /** A whole batch. */
    public void write(String batch, List<CodedArticle> articles) throws IOException, SQLException {
        events(batch, articles);
        articles(batch, articles);
        Path marker = folder("batches").resolve(batch + ".json");
        Files.writeString(marker, "{\"batch\":{\"id\":\"" + batch + "\"}}", StandardCharsets.UTF_8);
    }

    /** The events alone. */
    public void events(String batch, List<CodedArticle> articles) throws IOException {
        Map<String, List<CodedArticle>> months = new TreeMap<>();
        for (CodedArticle coded : articles) {
            String month = coded.article().published() == null
                    ? "none"
                    : coded.article().published().toString().substring(0, 7);
            months.computeIfAbsent(month, none -> new ArrayList<>()).add(coded);
        }
        for (Map.Entry<String, List<CodedArticle>> month : months.entrySet()) {
            Path file = folder("events", "month=" + month.getKey(), "batch=" + batch)
                    .resolve("part-00000.zstd.parquet");
            try (OutputStream out = Files.newOutputStream(file);
                    ParquetWriter writer = new ParquetWriter(out)) {
                for (CodedArticle coded : month.getValue()) {
                    for (Event event : coded.events()) {
                        writer.write(coded.article(), event);
                    }
                }
            }
        }
    }

    private void articles(String batch, List<CodedArticle> articles) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE article (id VARCHAR, file VARCHAR, url VARCHAR, title VARCHAR, publisher VARCHAR,"
                            + " published DATE, language VARCHAR, outcome VARCHAR, events INTEGER)");
            statement.execute(
                    "CREATE TABLE telling (article VARCHAR, event VARCHAR, place STRUCT(name VARCHAR, kind VARCHAR,"
                            + " country VARCHAR, province VARCHAR, latitude DOUBLE, longitude DOUBLE, population INTEGER,"
                            + " geoname_id INTEGER))");
            for (CodedArticle coded : articles) {
                Article article = coded.article();
                insert(
                        connection,
                        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, 'coded', ?)",
                        article.id(),
                        article.file(),
                        article.url(),
                        article.title(),
                        article.publisher(),
                        article.published(),
                        article.language(),
                        coded.events().size());
                for (Event event : coded.events()) {
                    telling(connection, article, event);
                }
            }
            insert(
                    connection,
                    "INSERT INTO article VALUES ('ffffffffffffffff', 'x', NULL, 'Foreign', NULL, NULL, 'fr', 'foreign', 0)");
            Path file = folder("articles", "batch=" + batch).resolve("part-00000.zstd.parquet");
            statement.execute(
                    "COPY (SELECT a.*, {'article': a.id, 'tellings': (SELECT list({'event': t.event, 'place': t.place})"
                            + " FROM telling t WHERE t.article = a.id)} AS account FROM article a) TO '"
                            + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private static void telling(Connection connection, Article article, Event event) throws SQLException {
        Place place = event.place();
        if (place == null) {
            insert(connection, "INSERT INTO telling VALUES (?, ?, NULL)", article.id(), event.id());
        } else {
            insert(
                    connection,
                    "INSERT INTO telling VALUES (?, ?, row(?, ?, ?, ?, ?, ?, ?, ?))",
                    article.id(),
                    event.id(),
                    place.name(),
                    place.kind().name(),
                    place.country(),
                    place.province(),
                    place.latitude(),
                    place.longitude(),
                    place.population(),
                    place.geonameId());
        }
    }

    /** Stories, each of the events that tell it. */
    public void stories(Map<String, List<StoredEvent>> stories) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE report (id VARCHAR, article VARCHAR, event VARCHAR, publisher VARCHAR, published DATE)");
            for (Map.Entry<String, List<StoredEvent>> story : stories.entrySet()) {
                for (StoredEvent report : story.getValue()) {
                    Article article = report.article();
                    insert(
                            connection,
                            "INSERT INTO report VALUES (?, ?, ?, ?, ?)",
                            story.getKey(),
                            article.id(),
                            report.event().id(),
                            article.publisher(),
                            article.published());
                }
            }
            Path file = folder("stories", "month=none").resolve("part-00000.zstd.parquet");
            statement.execute("COPY (SELECT id, list({'article': article, 'event': event, 'publisher': publisher,"
                    + " 'published': published}) AS reports FROM report GROUP BY id) TO '"
                    + file.toString().replace("'", "''")
                    + "' (FORMAT parquet)");
        }
    }

    private static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Path folder(String table, String... more) throws IOException {
        Path folder = root.resolve(table).resolve("coder=" + coder);
        for (String name : more) {
            folder = folder.resolve(name);
        }
        return Files.createDirectories(folder);
    }
}
