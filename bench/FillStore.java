import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.casus.actor.CountryNames;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.data.Table;
import org.casus.store.Store;

/**
 * Fills a store with made-up but plausible events: a few countries and towns do most, newest articles last, six years, three to four
 * events an article. The same number gives the same store. usage: java -cp casus.jar FillStore.java FILE EVENTS
 */
public final class FillStore {
    private static final List<String> BUSY = List.of(
            "USA", "RUS", "UKR", "ISR", "CHN", "IRN", "PSE", "TUR", "DEU", "FRA", "GBR", "IND", "PAK", "SYR", "SDN", "VEN", "AZE",
            "ARM", "JPN", "KOR", "PRK", "SAU", "EGY", "YEM", "LBN", "IRQ", "AFG", "MMR", "ETH", "SOM", "MLI", "NER", "NGA", "COD",
            "RWA", "COL", "MEX", "BRA", "POL", "BLR", "SRB", "XKX", "GRC", "ITA", "ESP", "PHL", "VNM", "TWN", "AUS", "CAN");
    private static final List<String> SECTORS = List.of("GOV", "MIL", "COP", "OPP", "REB", "CVL", "LEG", "PTY");

    private FillStore() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        long events = Long.parseLong(args[1]);
        Codebook codebook = Codebook.bundled();
        Store.open(file, codebook).close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath());
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP MACRO pick(i, salt, n) AS (hash(i, salt) % n)::BIGINT");
            actors(connection);
            codes(connection, codebook);
            towns(connection);
            sql.execute("INSERT INTO run VALUES (1, TIMESTAMP '2026-01-01', 'made-up', 'bench', '', '', '', '')");
            sql.execute("INSERT INTO publisher SELECT i + 1, 'Publisher ' || (i + 1) FROM range(300) t(i)");
            long articles = events / 4 + 1;
            sql.execute(
                    """
                    INSERT INTO article SELECT i + 1, lpad(to_hex(hash(i)), 16, '0'), 1, TIMESTAMP '2026-01-01',
                        1 + floor(300 * pow(pick(i, 1, 10000) / 10000.0, 2))::INT, NULL,
                        'https://example.org/' || i, 'Made-up report number ' || i,
                        DATE '2020-01-01' + (i * 2190 // %d)::INT, 'en', 'A made-up report.', '[]', '', 4, NULL
                    FROM range(%d) t(i)
                    """
                            .formatted(articles, articles));
            sql.execute(
                    """
                    INSERT INTO sentence SELECT i + 1, i // 4 + 1,
                        'The ' || ['government', 'army', 'president', 'foreign ministry', 'opposition'][1 + pick(i, 2, 5)]
                        || ' ' || ['condemned', 'met', 'praised', 'attacked', 'promised aid to'][1 + pick(i, 3, 5)]
                        || ' its neighbour over incident ' || pick(i, 4, 100000) || ' in the border province, officials said.'
                    FROM range(%d) t(i)
                    """
                            .formatted(events));
            sql.execute(
                    """
                    INSERT INTO event
                    WITH rows AS (SELECT i, i // 4 AS article,
                            1 + floor(399 * pow(pick(i, 5, 100000) / 100000.0, 2))::INT AS source,
                            1 + floor(399 * pow(pick(i, 6, 100000) / 100000.0, 2))::INT AS target,
                            1 + pick(i, 7, (SELECT count(*) FROM code)) AS code,
                            1 + floor(1999 * pow(pick(i, 8, 100000) / 100000.0, 3))::INT AS town
                        FROM range(%d) t(i))
                    SELECT i + 1, lpad(to_hex(hash(i, 9)), 16, '0'), a.article_key, i + 1, a.publisher_key,
                        c.type, NULL, 'diplomatic', c.cameo, c.quad, c.goldstein,
                        s.actor_key, s.party_name, s.party, s.country, s.sector,
                        t.actor_key, t.party_name, t.party, t.country, t.sector,
                        false, CASE pick(i, 10, 10) WHEN 0 THEN 'PLANNED' WHEN 1 THEN 'POSSIBLE' ELSE 'ACTUAL' END,
                        pick(i, 11, 12) = 0, NULL, a.published::VARCHAR, 3, a.published,
                        w.name, 'TOWN', w.country, '00', w.population, w.latitude, w.longitude, w.geoname,
                        'met', 10, 13, 0.4 + pick(i, 12, 60) / 100.0, lpad(to_hex(hash(i // 3, 13)), 16, '0'), i %% 3 = 0
                    FROM rows r JOIN article a ON a.article_key = r.article + 1 JOIN actor s ON s.actor_key = r.source
                    JOIN actor t ON t.actor_key = r.target JOIN code c ON c.n = r.code LEFT JOIN town w ON w.n = r.town AND r.i %% 3 > 0
                    ORDER BY i
                    """
                            .formatted(events));
            sql.execute("CHECKPOINT");
        }
    }

    private static void actors(Connection connection) throws Exception {
        CountryNames names = CountryNames.bundled();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO actor VALUES (?, ?, ?, NULL, NULL, ?, ?, NULL)")) {
            int key = 0;
            for (String sector : SECTORS) {
                for (String country : BUSY) {
                    insert.setInt(1, ++key);
                    insert.setString(2, country);
                    insert.setString(3, names.of(country));
                    insert.setString(4, country);
                    insert.setString(5, sector);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void codes(Connection connection, Codebook codebook) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE code (n INTEGER, cameo VARCHAR, type VARCHAR, quad TINYINT, goldstein DOUBLE)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO code VALUES (?, ?, ?, ?, ?)")) {
            int n = 0;
            for (CameoCode code : codebook.codes()) {
                if (code.type() != null && code.code().length() == 3) {
                    insert.setInt(1, ++n);
                    insert.setString(2, code.code());
                    insert.setString(3, code.type().name());
                    insert.setInt(4, codebook.definition(code.type()).quad().number());
                    insert.setDouble(5, code.goldstein());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void towns(Connection connection) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE town (n INTEGER, name VARCHAR, country VARCHAR, population INTEGER, latitude DOUBLE,"
                    + " longitude DOUBLE, geoname INTEGER)");
        }
        List<Table.Row> large = Table.bundled("/org/casus/place/cities.tsv", 8).rows().stream()
                .sorted((a, b) -> Double.compare(b.number(4), a.number(4)))
                .limit(2000)
                .toList();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            int n = 0;
            for (Table.Row row : large) {
                insert.setInt(1, ++n);
                insert.setString(2, row.text(0));
                insert.setString(3, row.text(1));
                insert.setInt(4, (int) row.number(4));
                insert.setDouble(5, row.number(5));
                insert.setDouble(6, row.number(6));
                insert.setInt(7, (int) row.number(7));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
