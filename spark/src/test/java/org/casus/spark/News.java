package org.casus.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The corpus and what one machine makes of it: written and coded once for all tests of a process.
 *
 * @param events each as JSON, sorted
 */
record News(Path folder, SingleMachine alone, List<String> events) {
    static final News NEWS = made();

    private static News made() {
        Path work = Path.of("target", "news").toAbsolutePath();
        try {
            remove(work);
            Path folder = work.resolve("corpus");
            Corpus.writeTo(folder);
            SingleMachine alone = SingleMachine.code(folder);
            Path parquet = work.resolve("alone.parquet");
            alone.write(parquet);
            return new News(folder, alone, Tables.eventsIn(parquet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
