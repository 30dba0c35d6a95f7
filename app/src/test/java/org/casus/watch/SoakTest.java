package org.casus.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.watch.Feeds.RSS;
import static org.casus.watch.Feeds.item;
import static org.casus.watch.Feeds.rss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.casus.Casus;
import org.casus.article.Article;
import org.casus.store.Articles;
import org.casus.store.EventFilter;
import org.casus.store.Sources;
import org.casus.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program follows feeds in a process of its own, is killed in the middle of its work again and again, and in the end has each
 * article once. {@code bench/soak} runs it for twenty minutes.
 */
@Tag("slow")
class SoakTest {
    private static final int FEEDS = Integer.getInteger("soak.feeds", 5);
    private static final int SECONDS = Integer.getInteger("soak.seconds", 24);
    private static final int KILLS = Integer.getInteger("soak.kills", 2);
    private static final int EACH_SECONDS = Integer.getInteger("soak.every", 2);
    private static final int LISTED = 100;
    private static final Path LOG = Path.of("target", "soak.log").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private final List<List<String>> feeds = new ArrayList<>();

    @Test
    void nothingIsLostOrDoubledByKills() throws Exception {
        Path file = folder.resolve("casus.duckdb");
        int kills = 0;
        try (OddServer server = new OddServer()) {
            List<String> addresses = serve(server);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            long published = 0;
            Process process = start(file, addresses);
            long pause = TimeUnit.SECONDS.toNanos(SECONDS) / (KILLS + 1);
            long kill = System.nanoTime() + pause;
            while (System.nanoTime() < end) {
                long now = System.nanoTime();
                if (now > published) {
                    publish(server);
                    published = now + TimeUnit.SECONDS.toNanos(EACH_SECONDS);
                }
                if (now > kill && kills < KILLS) {
                    process.destroyForcibly().waitFor();
                    kills++;
                    // also in the first moments after a start
                    kill += pause / 2 + (long) (pause * random.nextDouble());
                    // the addresses again: the first start may have died before it had them in the store
                    process = start(file, addresses);
                }
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(20);
            }
            process.destroyForcibly().waitFor();
            Process last = start(file, List.of("--once"));
            assertThat(last.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).describedAs("see %s", LOG).isZero();
            check(file, server);
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    private List<String> serve(OddServer server) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < FEEDS; i++) {
            List<String> numbers = new CopyOnWriteArrayList<>();
            feeds.add(numbers);
            server.put("/feed" + i, (request, out) -> {
                List<String> items = new ArrayList<>();
                for (String number : numbers.subList(Math.max(0, numbers.size() - LISTED), numbers.size())) {
                    items.add(item(server.url("/page/" + number), number));
                }
                OddServer.ok(RSS, rss(items.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8))
                        .to(request, out);
            });
            addresses.add(server.url("/feed" + i));
        }
        return addresses;
    }

    private void publish(OddServer server) {
        for (int i = 0; i < FEEDS; i++) {
            String number = "f" + i + "n" + feeds.get(i).size();
            server.put("/page/" + number, "text/html", Feeds.page(number));
            feeds.get(i).add(number);
        }
    }

    private Process start(Path file, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "org.casus.cli.Main",
                "watch",
                "--store",
                file.toString(),
                "--allow-private",
                "--delay",
                "0ms",
                "--every",
                "1s"));
        command.addAll(more);
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        // ONNX Runtime falls over a command line of more than some thousand characters
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return process.start();
    }

    private void check(Path file, OddServer server) {
        Set<String> expected = new TreeSet<>();
        feeds.forEach(numbers -> numbers.forEach(number -> expected.add(server.url("/page/" + number))));
        Casus casus = Casus.load();
        try (Store store = Store.open(file, casus.codebook())) {
            List<Articles.Line> lines =
                    store.articles().list(new Articles.Choice(null, null, null, null), null, Integer.MAX_VALUE);
            assertThat(lines)
                    .extracting(Articles.Line::article)
                    .extracting(Article::url)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(lines.stream().mapToInt(Articles.Line::events).sum())
                    .isPositive()
                    .isEqualTo((int) store.events().count(EventFilter.ALL));
            List<Sources.Line> sources = store.sources().all();
            assertThat(sources).hasSize(FEEDS).allMatch(line -> line.waiting() == 0 && line.failed() == 0);
            assertThat(sources.stream()
                            .mapToLong(line -> line.state().articles())
                            .sum())
                    .isEqualTo(expected.size());
            System.err.println("soak: " + FEEDS + " feeds, " + SECONDS + " s, " + KILLS + " kills: " + expected.size()
                    + " articles published, each kept once");
        }
    }
}
