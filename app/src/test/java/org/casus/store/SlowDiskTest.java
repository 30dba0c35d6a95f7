package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.LoadedCasus;
import org.casus.fetch.FetchOptions;
import org.casus.fetch.Fetcher;
import org.casus.metrics.Metrics;
import org.casus.watch.Watch;
import org.casus.watch.WatchLog;
import org.casus.watch.WatchOptions;
import org.casus.watch.WatchStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes long for every write makes the following of sources slower, and nothing else. */
class SlowDiskTest {
    private static final int FILES = 25;

    @TempDir
    private Path folder;

    /** Before each write of others the disk is busy for a while: whoever writes waits for the holder of this. */
    private static final class SlowDisk extends Thread {
        private final Object writing;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger delays = new AtomicInteger();

        SlowDisk(Object writing) {
            super("slow-disk");
            setDaemon(true);
            this.writing = writing;
        }

        @Override
        public void run() {
            try {
                while (!stopped.get()) {
                    synchronized (writing) {
                        Thread.sleep(40);
                    }
                    delays.incrementAndGet();
                    Thread.sleep(2);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Timeout(120)
    void nothingIsLostOrPiledUp() throws IOException, InterruptedException {
        Path watched = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    watched.resolve(i + ".txt"),
                    "France condemned Iran on Monday. The report has the number " + i + ".");
        }
        List<String> problems = new CopyOnWriteArrayList<>();
        List<Double> depths = new ArrayList<>();
        try (Store store = Store.open(folder.resolve("casus.duckdb"), LoadedCasus.CASUS.codebook());
                Metrics metrics = new Metrics("test");
                Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT, "test")) {
            WatchLog log = new WatchLog() {
                @Override
                public void problem(String about, String reason) {
                    problems.add(about + ": " + reason);
                }

                @Override
                public void status(WatchStatus status) {
                    depths.add(metrics.scrape()
                            .lines()
                            .filter(line -> line.startsWith("casus_pages_in_memory "))
                            .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                            .sum());
                }
            };
            Watch watch = new Watch(
                    LoadedCasus.CASUS,
                    store,
                    fetcher,
                    WatchOptions.DEFAULT.withOnce(true),
                    Clock.systemUTC(),
                    metrics,
                    log);
            watch.follow(List.of(Source.of(watched.toString(), SourceKind.FOLDER, null, Duration.ofMinutes(1))));
            SlowDisk disk = new SlowDisk(store.writing());
            disk.start();
            WatchStatus end = watch.run();
            disk.stopped.set(true);
            disk.join();

            assertThat(problems).isEmpty();
            assertThat(end.added()).isEqualTo(FILES);
            assertThat(end.same()).isZero();
            assertThat(store.figures().summary().articles()).isEqualTo(FILES);
            assertThat(store.events().count(EventFilter.ALL)).isEqualTo(FILES);
            assertThat(store.sources().all().get(0).waiting()).isZero();
            assertThat(disk.delays.get()).as("how often writes were held up").isGreaterThan(FILES / 3);
            assertThat(depths).isNotEmpty().allMatch(depth -> depth <= 8);
        }
    }
}
