package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.LoadedCasus.CASUS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.casus.article.Article;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Keeper;
import org.casus.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredExportTest {
    private static final String TEXT =
            "The European Union imposed new sanctions on Belarus on Monday over migrants at its border.";

    @TempDir
    private Path folder;

    @Test
    void gdeltCountsWhoToldAHappening() throws IOException {
        try (Store store = Store.open(folder.resolve("casus.duckdb"), CASUS.codebook())) {
            Keeper keeper = store.keeper(CASUS);
            for (String publisher : List.of("One Agency", "Two Daily", "Three Post")) {
                keeper.keep(CASUS.coder()
                        .code(Article.of(
                                null,
                                null,
                                publisher + ": sanctions",
                                publisher,
                                LocalDate.of(2025, 5, 6),
                                "en",
                                TEXT)));
            }
            assertThat(mentionsSourcesArticles(store, ExportFormat.GDELT1, EventFilter.ALL))
                    .containsExactly("3 3 3", "3 3 3", "3 3 3");
            assertThat(mentionsSourcesArticles(store, ExportFormat.GDELT2, EventFilter.ALL.once()))
                    .containsExactly("3 3 3");
        }
    }

    private static List<String> mentionsSourcesArticles(Store store, ExportFormat format, EventFilter filter)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoredExport.Result result = new StoredExport(store, format, FormatContext.of(CASUS.codebook(), "0.1"))
                .write(filter, EventSort.OLDEST, out);
        List<String> rows = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(result).isEqualTo(new StoredExport.Result(rows.size(), ""));
        return rows.stream()
                .map(row -> row.split("\t", -1))
                .map(cells -> cells[31] + " " + cells[32] + " " + cells[33])
                .toList();
    }
}
