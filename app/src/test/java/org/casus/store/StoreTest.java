package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.CoderVersion;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.codebook.EventType;
import org.casus.event.Event;
import org.casus.position.PositionRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {
    private static Casus casus;
    private static List<CodedArticle> coded;

    @TempDir
    private Path folder;

    private Store store;
    private Keeper keeper;

    @BeforeAll
    static void codes() {
        casus = LoadedCasus.CASUS;
        coded = new ArrayList<>();
        String[] texts = {
            "SOFIA, May 3 (Balkan Wire) - Serbian President Aleksandar Vucic met Bulgarian Prime Minister Rosen Zhelyazkov in Sofia"
                    + " on Saturday.\n\nBulgaria condemned Russia over the shelling of Odesa in April.",
            "The European Union imposed new sanctions on Belarus on Monday.\n\nBelarus threatened to expel EU diplomats.",
            "Police arrested opposition activists in Caracas on Friday, and thousands protested against the government of"
                    + " Venezuela.",
            "The weather was fine and nobody did anything."
        };
        for (int i = 0; i < texts.length; i++) {
            Article article = Article.of(
                    "text" + i + ".txt",
                    null,
                    "Title " + i,
                    i % 2 == 0 ? "Balkan Wire" : "Northern Press",
                    LocalDate.of(2025, 5, 3 + i),
                    "en",
                    texts[i]);
            coded.add(casus.coder().code(article));
        }
        assertThat(coded.stream().mapToInt(one -> one.events().size()).sum()).isGreaterThan(4);
    }

    @BeforeEach
    void opens() {
        store = Store.open(folder.resolve("casus.duckdb"), casus.codebook());
        keeper = store.keeper(casus);
    }

    @AfterEach
    void closes() {
        store.close();
    }

    private void keepAll() {
        coded.forEach(keeper::keep);
    }

    @Test
    void givesBackEveryEventAsItWas() {
        keepAll();
        for (CodedArticle article : coded) {
            Articles.Whole whole = store.articles().find(article.article().id()).orElseThrow();
            assertThat(whole.article()).isEqualTo(article.article());
            assertThat(whole.events()).extracting(StoredEvent::event).isEqualTo(article.events());
            assertThat(whole.reasons()).isEqualTo(article.whyEmpty());
            assertThat(whole.mentions()).isEqualTo(NamedSpan.of(article));
            for (NamedSpan span : whole.mentions()) {
                assertThat(article.article().body().substring(span.start(), span.end()))
                        .isEqualTo(span.text());
            }
        }
    }

    @Test
    void keepsTheSameArticleOnce() {
        assertThat(keeper.keep(coded.get(0))).isEqualTo(Kept.NEW);
        long changes = store.changes();
        assertThat(keeper.keep(coded.get(0))).isEqualTo(Kept.UNCHANGED);
        assertThat(store.changes()).isEqualTo(changes);
        assertThat(store.events().count(EventFilter.ALL))
                .isEqualTo(coded.get(0).events().size());
        assertThat(keeper.isKept(coded.get(0).article().id())).isTrue();
        assertThat(keeper.isKept(coded.get(1).article().id())).isFalse();
    }

    @Test
    void severalThreadsMayKeep() {
        coded.parallelStream().forEach(keeper::keep);
        CompletableFuture.runAsync(() -> coded.forEach(keeper::keep)).join();
        assertThat(store.figures().summary().articles()).isEqualTo(coded.size());
    }

    @Test
    void anotherCoderReplacesItsEvents() {
        keepAll();
        Keeper other = store.keeper(new CoderVersion("next", "m", "c", "a", "p"), PositionRules.of(casus));
        CodedArticle without = new CodedArticle(
                coded.get(0).article(),
                coded.get(0).events().subList(0, 1),
                coded.get(0).sentences());
        assertThat(other.isKept(without.article().id())).isFalse();
        assertThat(other.keep(without)).isEqualTo(Kept.REPLACED);
        assertThat(store.articles().find(without.article().id()).orElseThrow().events())
                .extracting(StoredEvent::event)
                .isEqualTo(without.events());
        assertThat(store.figures().summary().articles()).isEqualTo(coded.size());
    }

    @Test
    void goesOnAfterBeingClosed() {
        keepAll();
        long events = store.events().count(EventFilter.ALL);
        store.close();
        store = Store.open(folder.resolve("casus.duckdb"), casus.codebook());
        keeper = store.keeper(casus);
        keepAll();
        assertThat(store.events().count(EventFilter.ALL)).isEqualTo(events);
        Article more = Article.of("France condemned Iran.", LocalDate.of(2025, 6, 1));
        assertThat(keeper.keep(casus.coder().code(more))).isEqualTo(Kept.NEW);
        Set<Long> keys = new HashSet<>();
        store.events()
                .page(EventFilter.ALL, EventSort.NEWEST, null, 100)
                .events()
                .forEach(event -> keys.add(event.key()));
        assertThat(keys).hasSize((int) events + 1);
    }

    @ParameterizedTest
    @EnumSource(EventSort.class)
    void pagesHoldEveryEventOnceInOrder(EventSort sort) throws IOException {
        keepAll();
        List<Event> all = coded.stream().flatMap(one -> one.events().stream()).toList();
        List<Event> paged = new ArrayList<>();
        Cursor cursor = null;
        do {
            Events.Page page = store.events()
                    .page(EventFilter.ALL, sort, cursor == null ? null : Cursor.decode(cursor.encode()), 2);
            assertThat(page.events()).hasSizeBetween(1, 2);
            page.events().forEach(event -> paged.add(event.event()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
        List<Event> whole = new ArrayList<>();
        store.events().forEach(EventFilter.ALL, sort, some -> some.forEach(event -> whole.add(event.event())));
        assertThat(whole).isEqualTo(paged);
    }

    @ParameterizedTest
    @CsvSource({"no cursor", "''", "Tk9QRQ", "TkVXRVNUCjEKMjAyMy0xMy00NQ", "!!!"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filtersNarrow() {
        keepAll();
        List<Event> all = coded.stream().flatMap(one -> one.events().stream()).toList();
        EventFilter sanctions = EventFilter.ALL.types(Set.of(EventType.SANCTION));
        assertThat(store.events().count(sanctions))
                .isEqualTo(all.stream()
                        .filter(event -> event.type() == EventType.SANCTION)
                        .count())
                .isPositive();
        EventFilter belarus = EventFilter.ALL.actor(EventFilter.Side.EITHER, List.of("BLR"));
        assertThat(store.events().count(belarus))
                .isEqualTo(all.stream()
                        .filter(event -> event.source().country().equals("BLR")
                                || (event.target() != null
                                        && "BLR".equals(event.target().country())))
                        .count())
                .isPositive();
        assertThat(store.events().count(EventFilter.ALL.text("SANCTIONS ON BELARUS")))
                .isPositive();
        assertThat(store.events().count(EventFilter.ALL.text("100%' OR 1=1 --")))
                .isZero();
        assertThat(store.events().count(EventFilter.ALL.publishers(List.of("Balkan Wire"))))
                .isPositive();
        assertThat(store.events().count(EventFilter.ALL.from(LocalDate.of(2030, 1, 1))))
                .isZero();
    }

    @Test
    void figuresAgreeWithTheEvents() {
        keepAll();
        long events = store.events().count(EventFilter.ALL);
        Timeline timeline = store.figures().timeline(EventFilter.ALL, Bucket.MONTH, Series.TYPE);
        long counted = timeline.counts().values().stream()
                .flatMap(List::stream)
                .mapToLong(count -> count)
                .sum();
        assertThat(counted + timeline.coarser() + timeline.undated()).isEqualTo(events);
        long inDyads =
                store.figures().dyads(EventFilter.ALL, Figures.Level.PARTY, Figures.DyadSort.EVENTS, 100).stream()
                        .mapToLong(dyad -> dyad.tally().events())
                        .sum();
        assertThat(inDyads).isEqualTo(events);
        Figures.Spots spots = store.figures().spots(EventFilter.ALL, 100);
        assertThat(spots.unplaced()
                        + spots.places().stream()
                                .mapToLong(spot -> spot.tally().events())
                                .sum())
                .isEqualTo(events);
        assertThat(store.figures().activeParties(EventFilter.ALL, "belar", 10))
                .extracting(active -> active.party().id())
                .containsExactly("BLR");
        assertThat(store.figures().ties(EventFilter.ALL, 10)).isNotEmpty();
        assertThat(store.figures().publishers(10))
                .extracting(Figures.Publisher::name)
                .containsExactly("Balkan Wire", "Northern Press");
        assertThat(store.figures().activeActors("vucic", 5)).hasSize(1);
    }

    @Test
    void keepersShareTheirKeys() {
        Keeper second = store.keeper(casus);
        keeper.keep(coded.get(0));
        second.keep(coded.get(1));
        keeper.keep(coded.get(2));
        assertThat(store.figures().summary().articles()).isEqualTo(3);
    }

    @Test
    void countsAHappeningOnce() {
        String text = "The European Union imposed new sanctions on Belarus on Monday over migrants at its border.";
        List<CodedArticle> reports = new ArrayList<>();
        for (String publisher : List.of("One Agency", "Two Daily", "Three Post")) {
            reports.add(casus.coder()
                    .code(Article.of(
                            null, null, publisher + ": sanctions", publisher, LocalDate.of(2025, 5, 6), "en", text)));
        }
        keeper.keep(reports.get(0));
        keeper.keep(reports.get(1));
        store.close();
        store = Store.open(folder.resolve("casus.duckdb"), casus.codebook());
        keeper = store.keeper(casus);
        keeper.keep(reports.get(2));
        EventFilter sanctions = EventFilter.ALL.types(Set.of(EventType.SANCTION));
        assertThat(store.events().count(sanctions)).isEqualTo(3);
        assertThat(store.events().count(sanctions.once())).isEqualTo(1);
        StoredEvent first = store.events()
                .page(sanctions.once(), EventSort.NEWEST, null, 5)
                .events()
                .get(0);
        StoryReports.Width width =
                store.stories().widths(List.of(first)).get(first.event().id());
        assertThat(width.publishers()).isEqualTo(3);
        assertThat(store.stories().find(width.story()).orElseThrow().reports()).hasSize(3);
        // the first report goes away with a coder that finds nothing in it: the next stands for the happening
        Keeper other = store.keeper(new CoderVersion("next", "m", "c", "a", "p"), PositionRules.of(casus));
        other.keep(new CodedArticle(reports.get(0).article(), List.of(), List.of()));
        assertThat(store.events().count(sanctions.once())).isEqualTo(1);
        assertThat(store.events().count(sanctions)).isEqualTo(2);
    }

    @Test
    void anEmptyStoreAnswers() {
        assertThat(store.figures().summary()).isEqualTo(new Figures.Summary(0, 0, 0, null, null, null));
        assertThat(store.figures().timeline(EventFilter.ALL, null, Series.NONE).buckets())
                .isEmpty();
        assertThat(store.events()
                        .page(EventFilter.ALL, EventSort.NEWEST, null, 5)
                        .events())
                .isEmpty();
    }

    @Test
    void saysWhatIsNoStore() throws IOException {
        Path text =
                Files.writeString(folder.resolve("notes.txt"), "not a store, but a text that is longer than a header");
        assertThatThrownBy(() -> Store.open(text, casus.codebook()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> Store.open(folder, casus.codebook()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void refusesTheTablesOfANewerProgram() throws Exception {
        Path file = folder.resolve("newer.duckdb");
        Store.open(file, casus.codebook()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO migration VALUES (999, now()::TIMESTAMP)");
        }
        assertThatThrownBy(() -> Store.open(file, casus.codebook())).hasMessageContaining("newer casus");
    }
}
