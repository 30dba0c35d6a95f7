package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.export.EventWriter;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.samples.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Spark job wrote is asked like a store in which the same articles were kept. */
class DataFolderTest {
    private static final Casus CASUS = LoadedCasus.CASUS;
    private static final String CODER = "v" + CASUS.version().digits();
    private static List<CodedArticle> coded = List.of();

    @TempDir
    private static Path shared;

    private static Store store;
    private static Store data;

    @BeforeAll
    static void writes() throws IOException, SQLException {
        coded = java.util.stream.Stream.concat(
                        Samples.articles().stream(),
                        java.util.stream.Stream.of(
                                Article.of("Pakistan does not recognise Armenia. It's \"quoted\"; a, b.", null),
                                Article.of("Nothing happened in the old house by the lake.", null)))
                .map(article -> CASUS.coder().code(article))
                .toList();
        store = Store.open(shared.resolve("casus.duckdb"), CASUS.codebook());
        Keeper keeper = store.keeper(CASUS);
        coded.forEach(keeper::keep);
        // a name with what would be a pattern, and what would end a text of SQL
        Path folder = Files.createDirectories(shared.resolve("it's [1] *"));
        SparkFolder spark = new SparkFolder(folder, CODER);
        spark.write("b0000000000000001", coded.subList(0, 3));
        spark.write("b0000000000000002", coded.subList(3, coded.size()));
        spark.stories(stories(store));
        // left over by a run that was killed
        spark.events(
                "b0000000000000003", List.of(CASUS.coder().code(Article.of("France condemned Iran on Monday.", null))));
        data = Store.ofData(folder, CASUS);
    }

    @AfterAll
    static void closes() {
        data.close();
        store.close();
    }

    private static Map<String, List<StoredEvent>> stories(Store store) {
        List<StoredEvent> events = store.events()
                .page(EventFilter.ALL, EventSort.FIRST_CODED, null, 1_000)
                .events();
        return store.stories().widths(events).entrySet().stream()
                .collect(Collectors.groupingBy(
                        width -> width.getValue().story(),
                        TreeMap::new,
                        Collectors.mapping(
                                width -> events.stream()
                                        .filter(event -> event.event().id().equals(width.getKey()))
                                        .findFirst()
                                        .orElseThrow(),
                                Collectors.toList())));
    }

    /** All formats, since between them they show every field of an event. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void exportsAreTheSame(ExportFormat format) throws IOException {
        if (!format.isBinary()) {
            assertThat(lines(data, format)).containsExactlyInAnyOrderElementsOf(lines(store, format));
        }
    }

    private static List<String> lines(Store of, ExportFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EventWriter writer = format.on(bytes, FormatContext.of(CASUS.codebook(), "test"))) {
            of.events().forEach(EventFilter.ALL, EventSort.OLDEST, some -> {
                for (StoredEvent event : some) {
                    writer.write(event.article(), event.event());
                }
            });
        }
        // some formats number their rows
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("^\\d+\\t", ""))
                .toList();
    }

    @Test
    void figuresAreTheSame() {
        assertThat(data.figures().summary())
                .usingRecursiveComparison()
                .ignoringFields("newest")
                .isEqualTo(store.figures().summary());
        for (Figures.Level level : Figures.Level.values()) {
            assertThat(data.figures().dyads(EventFilter.ALL, level, Figures.DyadSort.EVENTS, 500))
                    .containsExactlyInAnyOrderElementsOf(
                            store.figures().dyads(EventFilter.ALL, level, Figures.DyadSort.EVENTS, 500));
        }
        assertThat(data.figures().ties(EventFilter.ALL, 500))
                .isEqualTo(store.figures().ties(EventFilter.ALL, 500));
        assertThat(data.figures().spots(EventFilter.ALL, 500))
                .isEqualTo(store.figures().spots(EventFilter.ALL, 500));
        assertThat(data.figures().timeline(EventFilter.ALL, Bucket.MONTH, Series.TYPE))
                .isEqualTo(store.figures().timeline(EventFilter.ALL, Bucket.MONTH, Series.TYPE));
        assertThat(data.figures().publishers(100)).isEqualTo(store.figures().publishers(100));
        assertThat(data.figures().activeActors(null, 500))
                .containsExactlyInAnyOrderElementsOf(store.figures().activeActors(null, 500));
    }

    @Test
    void standingPositionsAreMadeFromTheEvents() {
        assertThat(store.positions().find(Positions.Choice.ALL)).isNotEmpty();
        assertThat(data.positions().find(Positions.Choice.ALL))
                .isEqualTo(store.positions().find(Positions.Choice.ALL));
    }

    @Test
    void storiesAreThoseOfTheJob() {
        assertThat(widths(data)).isEqualTo(widths(store)).isNotEmpty();
    }

    private static Map<String, StoryReports.Width> widths(Store of) {
        return of.stories()
                .widths(of.events()
                        .page(EventFilter.ALL, EventSort.FIRST_CODED, null, 1_000)
                        .events());
    }

    @Test
    void articlesAreListedWithoutTheirTexts() {
        List<Articles.Line> lines = data.articles().list(new Articles.Choice(null, null, null, null), null, 100);
        assertThat(lines).hasSize(coded.size());
        assertThat(lines).extracting(line -> line.article().title()).doesNotContain("Foreign");
        assertThat(data.isReadOnly()).isTrue();
        data.check();
        assertThatThrownBy(() -> data.keeper(CASUS)).isInstanceOf(IllegalStateException.class);
    }

    /** A copy of the events alone will do: no marks of batches, no articles, no stories. */
    @Test
    void eventsAloneWillDo(@TempDir Path folder) throws IOException {
        new SparkFolder(folder, "v0123456789abcdef").events("b1", coded);
        try (Store alone = Store.ofData(folder, CASUS)) {
            assertThat(lines(alone, ExportFormat.CSV))
                    .containsExactlyInAnyOrderElementsOf(lines(store, ExportFormat.CSV));
            assertThat(alone.figures().summary().articles())
                    .isEqualTo(coded.stream()
                            .filter(each -> !each.events().isEmpty())
                            .count());
        }
    }

    @Test
    void eventsOfThisCoderGoBeforeThoseOfOthers(@TempDir Path folder) throws IOException, SQLException {
        new SparkFolder(folder, CODER).write("b1", coded.subList(0, 1));
        new SparkFolder(folder, "vffffffffffffffff").write("b2", coded.subList(1, 4));
        try (Store own = Store.ofData(folder, CASUS)) {
            assertThat(own.figures().summary().articles()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsLeftBehind(@TempDir Path folder) throws IOException, SQLException {
        new SparkFolder(folder, CODER).write("b1", coded.subList(0, 1));
        List<Path> before = temporary();
        Store.ofData(folder, CASUS).close();
        assertThat(temporary()).isEqualTo(before);
        Files.writeString(folder.resolve("events/coder=" + CODER + "/month=none.parquet"), "no Parquet");
        Files.createDirectories(folder.resolve("events/coder=" + CODER + "/month=none/batch=b1"));
        Files.writeString(folder.resolve("events/coder=" + CODER + "/month=none/batch=b1/part.parquet"), "no Parquet");
        assertThatThrownBy(() -> Store.ofData(folder, CASUS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be read as Casus writes them");
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("casus-data"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatHoldsNoEventsIsSaid(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Store.ofData(folder.resolve("none"), CASUS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds no events of the Spark job");
        Files.createDirectories(folder.resolve("events/coder=" + CODER + "/month=none/batch=b1"));
        Files.createDirectories(folder.resolve("batches"));
        assertThatThrownBy(() -> Store.ofData(folder, CASUS)).hasMessageContaining("no whole batch");
    }
}
