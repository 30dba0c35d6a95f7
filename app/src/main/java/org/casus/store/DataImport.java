package org.casus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.actor.Actor;
import org.casus.actor.CountryNames;
import org.casus.actor.Sector;
import org.casus.codebook.Codebook;
import org.casus.position.PositionReport;
import org.casus.position.PositionRules;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Fills the empty tables of a store from Parquet: what the Spark job knows stands where {@link ArticleWriter} would have put it, so that
 * all questions stay the same. Texts and the marks in them are not there. Parties and standing positions are made from the events; what
 * kind of place it was comes from the articles' accounts, and is guessed where they are missing.
 */
final class DataImport {
    private static final String EVENT_IN_ORDER = """
            CREATE TEMP TABLE found AS
            SELECT row_number() OVER (ORDER BY published NULLS FIRST, article_id, filename, file_row_number) AS event_key, *
            FROM read_parquet(%s, union_by_name = true, filename = true, file_row_number = true, hive_partitioning = false)
            """;

    private static final String PUBLISHERS = """
            INSERT INTO publisher SELECT row_number() OVER (ORDER BY publisher), publisher
            FROM (SELECT publisher FROM told UNION SELECT publisher FROM found) WHERE publisher IS NOT NULL
            """;

    private static final String ARTICLES = """
            INSERT INTO article
            WITH counted AS (SELECT article_id, any_value(file) AS file, any_value(url) AS url, any_value(title) AS title,
                    any_value(publisher) AS publisher, any_value(published) AS published, count(*) AS events
                    FROM found GROUP BY article_id),
                 every AS (SELECT coalesce(t.id, c.article_id) AS id, coalesce(t.file, c.file) AS file, coalesce(t.url, c.url) AS url,
                    coalesce(t.title, c.title) AS title, coalesce(t.publisher, c.publisher) AS publisher,
                    coalesce(t.published, c.published) AS published, t.language, coalesce(c.events, 0) AS events
                    FROM told t FULL JOIN counted c ON c.article_id = t.id)
            SELECT row_number() OVER (ORDER BY a.published NULLS FIRST, a.id), a.id, 1, ?, p.publisher_key, a.file, a.url, a.title,
                   a.published, a.language, '', '[]', '', a.events, NULL
            FROM every a LEFT JOIN publisher p ON p.name = a.publisher
            """;

    private static final String SENTENCES = """
            INSERT INTO sentence SELECT row_number() OVER (ORDER BY a.article_key, first), a.article_key, f.sentence
            FROM (SELECT article_id, sentence, min(event_key) AS first FROM found GROUP BY ALL) f
            JOIN article a ON a.article_id = f.article_id
            """;

    private static final String EVENTS = """
            INSERT INTO event
            SELECT f.event_key, f.id, a.article_key, s.sentence_key, a.publisher_key, f.type, f.mode,
                   coalesce(array_to_string(f.contexts, '|'), ''), f.cameo,
                   CASE f.quad WHEN 'verbal cooperation' THEN 1 WHEN 'material cooperation' THEN 2 WHEN 'verbal conflict' THEN 3
                       WHEN 'material conflict' THEN 4 END,
                   f.goldstein,
                   sa.actor_key, f.source_text, sa.party, f.source_country, f.source_sector,
                   ta.actor_key, f.target_text, ta.party, f.target_country, f.target_sector,
                   f.mutual, upper(f.status), f.background, f.attribution, f.date,
                   CASE WHEN f.date IS NULL THEN 0 WHEN f.date_start = f.date_end THEN 3
                       WHEN f.date_end - f.date_start < 31 THEN 2 ELSE 1 END,
                   coalesce(f.date_start, f.published, DATE '0001-01-01'),
                   f.place_name,
                   CASE WHEN f.place_name IS NULL THEN NULL ELSE coalesce(pl.kind, CASE WHEN f.place_name = cn.name THEN 'COUNTRY'
                       WHEN f.geoname_id IS NULL THEN 'REGION' ELSE 'TOWN' END) END,
                   f.place_country,
                   CASE WHEN f.place_name IS NULL THEN NULL ELSE coalesce(pl.province, '') END,
                   CASE WHEN f.place_name IS NULL THEN NULL ELSE coalesce(pl.population, 0) END,
                   f.latitude, f.longitude, f.geoname_id, f.trigger, f.start, f."end", f.confidence,
                   coalesce(st.story, f.id), coalesce(st.first, true)
            FROM found f
            JOIN article a ON a.article_id = f.article_id
            JOIN sentence s ON s.article_key = a.article_key AND s.text = f.sentence
            JOIN actor sa ON sa.id IS NOT DISTINCT FROM f.source_id AND sa.name IS NOT DISTINCT FROM f.source_name
                AND sa.country IS NOT DISTINCT FROM f.source_country AND sa.sector = f.source_sector
                AND sa.role IS NOT DISTINCT FROM f.source_role
            LEFT JOIN actor ta ON f.target_text IS NOT NULL AND ta.id IS NOT DISTINCT FROM f.target_id
                AND ta.name IS NOT DISTINCT FROM f.target_name AND ta.country IS NOT DISTINCT FROM f.target_country
                AND ta.sector = f.target_sector AND ta.role IS NOT DISTINCT FROM f.target_role
            LEFT JOIN place_told pl ON pl.event = f.id
            LEFT JOIN country_name cn ON cn.code = f.place_country
            LEFT JOIN story_told st ON st.event = f.id
            ORDER BY f.event_key
            """;

    private final DataFolder folder;
    private final Codebook codebook;
    private final PositionRules rules;
    private final CountryNames countries = CountryNames.bundled();

    DataImport(DataFolder folder, Codebook codebook, PositionRules rules) {
        this.folder = folder;
        this.codebook = codebook;
        this.rules = rules;
    }

    /** Fills a store that was just made and that nobody holds. */
    void into(Path file, StoreOptions options) {
        String address = "jdbc:duckdb:" + file.toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(address, Database.settings(options));
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            read(statement);
            statement.execute(PUBLISHERS);
            articles(connection);
            Appenders appenders = new Appenders(connection.unwrap(DuckDBConnection.class));
            actors(connection, appenders);
            countryNames(connection.unwrap(DuckDBConnection.class));
            statement.execute(SENTENCES);
            statement.execute(EVENTS);
            positions(connection, appenders);
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new StoreException(
                    "the Parquet files of " + folder.coder() + " cannot be read as Casus writes them: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason"),
                    e);
        }
    }

    private void read(Statement statement) throws SQLException {
        statement.execute(EVENT_IN_ORDER.formatted(list(folder.events())));
        boolean hasArticles = !folder.articles().isEmpty();
        statement.execute("CREATE TEMP TABLE told AS "
                + (hasArticles
                        ? "SELECT id, file, url, title, publisher, published, language FROM "
                                + parquet(folder.articles()) + " WHERE outcome = 'coded'"
                        : "SELECT article_id AS id, file, url, title, publisher, published, NULL::VARCHAR AS language FROM"
                                + " found LIMIT 0"));
        statement.execute("CREATE TEMP TABLE place_told AS "
                + (hasArticles && hasAccounts(statement)
                        ? "SELECT t.event AS event, any_value(t.place.kind) AS kind, any_value(t.place.province) AS province,"
                                + " any_value(t.place.population) AS population FROM (SELECT unnest(account.tellings) AS t FROM "
                                + parquet(folder.articles()) + ") WHERE t.place IS NOT NULL GROUP BY ALL"
                        : "SELECT '' AS event, '' AS kind, '' AS province, 0 AS population LIMIT 0"));
        statement.execute("CREATE TEMP TABLE story_told AS "
                + (folder.stories().isEmpty()
                        ? "SELECT '' AS event, '' AS story, true AS first LIMIT 0"
                        : "SELECT r.event AS event, any_value(id) AS story, bool_or(turn = 1) AS first FROM (SELECT id, r,"
                                + " row_number() OVER (PARTITION BY id ORDER BY r.published NULLS FIRST, r.article, r.event) AS turn"
                                + " FROM (SELECT id, unnest(reports) AS r FROM " + parquet(folder.stories())
                                + ")) WHERE r.event IS NOT NULL GROUP BY r.event"));
    }

    private boolean hasAccounts(Statement statement) throws SQLException {
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + parquet(folder.articles()))) {
            while (columns.next()) {
                if (columns.getString(1).equals("account")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String parquet(List<Path> files) {
        return "read_parquet(" + list(files) + ", union_by_name = true, hive_partitioning = false)";
    }

    /** The files themselves: what would be a pattern in a name is taken as it is. */
    private static String list(List<Path> files) {
        return files.stream()
                .map(file -> file.toAbsolutePath()
                        .toString()
                        .replaceAll("[\\[*?]", "[$0]")
                        .replace("'", "''"))
                .collect(Collectors.joining("', '", "['", "']"));
    }

    private void articles(Connection connection) throws SQLException {
        LocalDateTime written = LocalDateTime.ofInstant(folder.written(), ZoneOffset.UTC);
        try (PreparedStatement run =
                        connection.prepareStatement("INSERT INTO run VALUES (1, ?, ?, '', '', '', '', '')");
                PreparedStatement articles = connection.prepareStatement(ARTICLES)) {
            run.setObject(1, written);
            run.setString(2, folder.coder());
            run.executeUpdate();
            articles.setObject(1, written);
            articles.executeUpdate();
        }
    }

    private void actors(Connection connection, Appenders appenders) throws SQLException {
        String everyone =
                "SELECT source_id AS id, source_name AS name, source_country AS country, source_sector AS sector,"
                        + " source_role AS role FROM found UNION SELECT target_id, target_name, target_country, target_sector,"
                        + " target_role FROM found WHERE target_text IS NOT NULL ORDER BY ALL";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(everyone)) {
            int key = 0;
            while (row.next()) {
                Actor actor = new Actor(
                        "",
                        row.getString("name"),
                        row.getString("country"),
                        Sector.valueOf(row.getString("sector")),
                        row.getString("role"),
                        row.getString("id"));
                Party party = Party.of(actor, countries);
                appenders.add(
                        "actor",
                        ++key,
                        party.id(),
                        party.name(),
                        actor.id(),
                        actor.name(),
                        actor.country(),
                        actor.sector().name(),
                        actor.role());
            }
        }
        appenders.flush();
    }

    private void countryNames(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE country_name (code VARCHAR, name VARCHAR)");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT DISTINCT place_country FROM found WHERE place_country IS NOT NULL ORDER BY ALL");
                DuckDBAppender names = connection.createAppender("temp", "main", "country_name")) {
            while (row.next()) {
                names.beginRow();
                names.append(row.getString(1)).append(countries.of(row.getString(1)));
                names.endRow();
            }
        }
    }

    private void positions(Connection connection, Appenders appenders) throws SQLException {
        EventRows rows = new EventRows(codebook);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + EventRows.COLUMNS + ", e.article_key FROM "
                        + EventRows.tables("event", "article", "sentence") + " ORDER BY e.event_key")) {
            while (row.next()) {
                StoredEvent event = rows.read(row);
                long article = row.getLong("article_key");
                for (PositionReport report : rules.of(event.article(), event.event())) {
                    appenders.addPosition(article, report);
                }
            }
        }
        appenders.flush();
    }
}
