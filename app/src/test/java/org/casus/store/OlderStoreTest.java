package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.casus.codebook.Codebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the tables before last is brought forward with what it follows. */
class OlderStoreTest {
    @TempDir
    private Path folder;

    @Test
    void sourcesOfAnOlderStoreAreFollowedOn() throws IOException, SQLException {
        Path file = folder.resolve("casus.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TIMESTAMP NOT NULL)");
            for (String script : List.of("001-tables.sql", "002-sources.sql")) {
                try (InputStream in = Objects.requireNonNull(Store.class.getResourceAsStream(script))) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute("INSERT INTO migration VALUES (1, now()::TIMESTAMP), (2, now()::TIMESTAMP)");
            statement.execute("INSERT INTO source VALUES ('s', 'https://example.org/feed.xml', 'FEED', NULL, 600,"
                    + " now()::TIMESTAMP, 'e', NULL, 600, NULL, now()::TIMESTAMP, 2, 7, 'answers 503')");
        }
        try (Store store = Store.open(file, Codebook.bundled())) {
            SourceState before = store.sources().all().get(0).state();
            assertThat(before.error()).isEqualTo("answers 503");
            assertThat(before.articles()).isEqualTo(7);
            assertThat(before.added()).isZero();
            assertThat(before.title()).isNull();
            SourceBook book = store.sourceBook(Clock.systemUTC());
            long changes = store.sourceChanges();
            book.looked(
                    "s",
                    List.of(new SourceItem("n", "example.org", "https://example.org/1", null, null, null, null)),
                    added -> new SourceState(
                            before.source(),
                            null,
                            null,
                            before.pace(),
                            Instant.now(),
                            Instant.now(),
                            0,
                            7,
                            null,
                            "Its title",
                            added));
            assertThat(store.sourceChanges()).isGreaterThan(changes);
            Sources.Line after = store.sources().all().get(0);
            assertThat(after.state().title()).isEqualTo("Its title");
            assertThat(after.state().added()).isEqualTo(1);
            assertThat(after.waiting()).isEqualTo(1);
            assertThat(store.sources().counts(Instant.now().plusSeconds(5))).isEqualTo(new Sources.Counts(1, 1, 0, 1));
        }
    }
}
