package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.casus.LoadedCasus;
import org.casus.store.Articles;
import org.casus.store.EventFilter;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Watching and serving in one process. A burst of articles comes into a watched folder and over the API at once; the process has a
 * gigabyte of heap and is told to end in the middle. {@code -Dcasus.burst=10000} for the whole burst; fewer are taken otherwise.
 */
class WatchServeTest {
    private static final int BURST = Integer.getInteger("casus.burst", 300);
    private static final List<String> DEEDS = List.of(
            "France condemned Iran over the seizure of a tanker on Monday.",
            "The European Union imposed new sanctions on Belarus on Monday.",
            "Russia accused Ukraine of shelling the city of Belgorod on Monday.",
            "Turkey signed a trade agreement with Georgia on Monday.");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--address 127.0.0.1;--port, which is missing",
                "--token long-enough;--port, which is missing",
                "--port 0 --once;serves until stopped",
                "--port 0 --export-opml;serves until stopped",
                "--port 0 --drop x;serves until stopped",
                "--port 0 --address 0.0.0.0;--token",
                "--port 70000;0 to 65535",
            })
    void wrongUsageIsSaidBeforeAnythingIsOpened(String options, String words) {
        Path store = folder.resolve("x.duckdb");
        Run run = Run.of(("watch " + folder + " --store " + store + " " + options).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(words);
        assertThat(store).doesNotExist();
    }

    @Test
    @Tag("slow")
    @Timeout(3_600)
    void aBurstIsCodedOnceAndNothingIsLostAtTheEnd() throws Exception {
        Path store = folder.resolve("casus.duckdb");
        Path watched = Files.createDirectories(folder.resolve("in"));
        Path log = folder.resolve("log");
        int posted = BURST / 4;
        String[] command = {
            "watch", watched.toString(), "--store", store.toString(), "--port", "0", "--log", "json", "--every", "1s"
        };
        try (Daemon daemon = Daemon.start(log, command)) {
            drop(watched, BURST - posted);
            CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> post(daemon, posted));
            assertThat(daemon.json("/api/sources").at("/follows").asBoolean()).isTrue();
            long deepest = 0;
            while (articles(daemon) < BURST / 2 || !posting.isDone()) {
                assertThat(daemon.isAlive()).isTrue();
                assertThat(daemon.get("/health").statusCode()).isEqualTo(200);
                deepest = Math.max(deepest, (long) gauge(daemon, "casus_queue_items"));
                assertThat(gauge(daemon, "casus_pages_in_memory")).isLessThanOrEqualTo(8);
                Thread.sleep(200);
            }
            posting.join();
            assertThat(deepest).isPositive();
            // as SIGTERM ends a process of Java
            assertThat(daemon.terminate()).isEqualTo(143);
            assertThat(daemon.entries())
                    .extracting(entry -> entry.get("level").asText())
                    .containsOnly("info");
        }
        try (Daemon again = Daemon.start(log, command)) {
            while (articles(again) < BURST || gauge(again, "casus_queue_items") > 0) {
                assertThat(again.isAlive()).isTrue();
                Thread.sleep(200);
            }
            JsonNode source = again.json("/api/sources").at("/sources/0");
            assertThat(source.get("articles").asInt()).isEqualTo(BURST - posted);
            assertThat(source.get("waiting").asInt()).isZero();
            assertThat(source.get("failed").asInt()).isZero();
            assertThat(again.terminate()).isEqualTo(143);
        }
        check(store);
    }

    private static int articles(Daemon daemon) throws IOException, InterruptedException {
        return daemon.json("/api/summary").get("articles").asInt();
    }

    private static double gauge(Daemon daemon, String name) throws IOException, InterruptedException {
        return daemon.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String number) {
        return DEEDS.get(Math.floorMod(number.hashCode(), DEEDS.size())) + " The report has the number " + number + ".";
    }

    /** Files come whole: written elsewhere and moved, as old as what others hand over. */
    private void drop(Path watched, int count) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        for (int i = 0; i < count; i++) {
            Path file = Files.writeString(outside.resolve("f" + i + ".txt"), text("f" + i), StandardCharsets.UTF_8);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            Files.move(file, watched.resolve("f" + i + ".txt"));
        }
    }

    private static void post(Daemon daemon, int count) {
        try {
            for (int i = 0; i < count; i++) {
                String article = "{\"published\":\"2025-05-05\",\"text\":\"" + text("p" + i) + "\"}";
                HttpResponse<String> answer = daemon.post("/api/articles?keep=true", article);
                while (answer.statusCode() == 503) {
                    Thread.sleep(500);
                    answer = daemon.post("/api/articles?keep=true", article);
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Path file) {
        try (Store store = Store.open(file, LoadedCasus.CASUS.codebook())) {
            List<String> texts = new ArrayList<>();
            for (Articles.Line line :
                    store.articles().list(new Articles.Choice(null, null, null, null), null, 2 * BURST)) {
                texts.add(store.articles()
                        .find(line.article().id())
                        .orElseThrow()
                        .article()
                        .body());
            }
            assertThat(texts)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.iterate(0, i -> i + 1)
                                            .limit(BURST - BURST / 4)
                                            .map(i -> text("f" + i)),
                                    Stream.iterate(0, i -> i + 1)
                                            .limit(BURST / 4)
                                            .map(i -> text("p" + i)))
                            .toList());
            assertThat(store.events().count(EventFilter.ALL)).isEqualTo(BURST);
            Sources.Line source = store.sources().all().get(0);
            assertThat(source.kept()).isEqualTo(BURST - BURST / 4);
        }
    }

    /** A disk is full: the running process may write files of no more than a few blocks from now on. */
    @Test
    @Tag("slow")
    @Timeout(180)
    void aFullDiskIsToldWithItsReason() throws Exception {
        Path store = folder.resolve("casus.duckdb");
        List<String> kept = new ArrayList<>();
        try (Daemon daemon = Daemon.start(
                folder.resolve("log"), "serve", "--store", store.toString(), "--port", "0", "--log", "json")) {
            assertThat(keep(daemon, "before", kept)).isEqualTo(201);
            assertThat(daemon.get("/health").statusCode()).isEqualTo(200);
            limitFiles(daemon, "16384");
            int status = 201;
            for (int i = 0; i < 50 && status == 201; i++) {
                status = keep(daemon, "d" + i, kept);
            }
            assertThat(status).isEqualTo(500);
            HttpResponse<String> health = healthOtherThan(200, daemon);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("the store can no longer be written: ")
                    .contains("Could not write file")
                    .doesNotContain(folder.toString());
            assertThat(gauge(daemon, "casus_articles_failed_total{reason=\"store\"}"))
                    .isPositive();
            // what was kept is still told
            assertThat(daemon.json("/api/summary").get("articles").asInt()).isEqualTo(kept.size());
            assertThat(daemon.entries())
                    .anyMatch(entry -> entry.get("message").asText().startsWith("the store can no longer be written"));

            limitFiles(daemon, "unlimited");
            for (int i = 0; i < 3; i++) {
                assertThat(keep(daemon, "after" + i, kept)).isEqualTo(201);
            }
            assertThat(healthOtherThan(503, daemon).statusCode()).isEqualTo(200);
            assertThat(daemon.terminate()).isEqualTo(143);
        }
        try (Store opened = Store.open(store, LoadedCasus.CASUS.codebook())) {
            List<Articles.Line> lines = opened.articles().list(new Articles.Choice(null, null, null, null), null, 100);
            assertThat(lines).hasSameSizeAs(kept);
            assertThat(opened.events().count(EventFilter.ALL)).isEqualTo(kept.size());
            assertThat(lines).allMatch(line -> line.events() == 1);
        }
    }

    private static int keep(Daemon daemon, String number, List<String> kept) throws IOException, InterruptedException {
        int status = daemon.post(
                        "/api/articles?keep=true", "{\"published\":\"2025-05-05\",\"text\":\"" + text(number) + "\"}")
                .statusCode();
        if (status == 201) {
            kept.add(number);
        }
        return status;
    }

    private static void limitFiles(Daemon daemon, String bytes) throws IOException, InterruptedException {
        Path prlimit = Path.of("/usr/bin/prlimit");
        assumeTrue(Files.isExecutable(prlimit), "no prlimit on this machine");
        Process limit =
                new ProcessBuilder(prlimit.toString(), "--pid", "" + daemon.pid(), "--fsize=" + bytes + ":").start();
        assertThat(limit.waitFor()).isZero();
    }

    /** An earlier answer may be told for some seconds. */
    private static HttpResponse<String> healthOtherThan(int status, Daemon daemon)
            throws IOException, InterruptedException {
        HttpResponse<String> health = daemon.get("/health");
        for (int i = 0; i < 60 && health.statusCode() == status; i++) {
            Thread.sleep(250);
            health = daemon.get("/health");
        }
        return health;
    }
}
