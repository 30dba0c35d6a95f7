package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Parquet files of one coder in a folder that the Spark job writes:
 * {@code events/coder=v…/month=…/batch=b…/part-….parquet}, beside them {@code articles}, {@code stories}, and in {@code batches} a file
 * for each batch that is whole. Batches without one are passed over, since they are being written; where the folder {@code batches}
 * is missing altogether, as in a copy of the events, all count.
 *
 * @param coder the value of the column {@code coder}
 */
record DataFolder(String coder, List<Path> events, List<Path> articles, List<Path> stories) {
    private static final String CODER = "coder=";

    /**
     * Looks a folder through.
     *
     * @param preferred the coder whose events are taken where there are some; else those that were written last
     * @throws StoreException when there are no events
     */
    static DataFolder of(Path root, String preferred) {
        try {
            Path events = root.resolve("events");
            if (!Files.isDirectory(root) || !Files.isDirectory(events)) {
                throw nothing(root);
            }
            List<Path> coders;
            try (Stream<Path> folders = Files.list(events)) {
                coders = folders.filter(folder -> name(folder).startsWith(CODER))
                        .filter(Files::isDirectory)
                        .sorted(Comparator.comparing(
                                        (Path folder) -> name(folder).equals(CODER + preferred))
                                .thenComparing(DataFolder::newest)
                                .reversed())
                        .toList();
            }
            for (Path folder : coders) {
                DataFolder found = ofCoder(root, name(folder).substring(CODER.length()));
                if (!found.events.isEmpty()) {
                    return found;
                }
            }
            throw nothing(root);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(root + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static StoreException nothing(Path root) {
        return new StoreException(root + " holds no events of the Spark job: there is no whole batch under "
                + "events/coder=v…/month=…/batch=b…/ (docs/spark.md tells the layout)");
    }

    private static DataFolder ofCoder(Path root, String coder) throws IOException {
        Path batches = root.resolve("batches");
        Set<String> whole = new HashSet<>();
        boolean marked = Files.isDirectory(batches);
        for (Path marker : files(batches.resolve(CODER + coder), ".json")) {
            whole.add("batch=" + name(marker).replaceFirst("\\.json$", ""));
        }
        return new DataFolder(
                coder,
                wholeOnes(root, "events", coder, marked, whole),
                wholeOnes(root, "articles", coder, marked, whole),
                files(root.resolve("stories").resolve(CODER + coder), ".parquet"));
    }

    private static List<Path> wholeOnes(Path root, String table, String coder, boolean marked, Set<String> whole)
            throws IOException {
        return files(root.resolve(table).resolve(CODER + coder), ".parquet").stream()
                .filter(file -> !marked || whole.contains(name(file.getParent())))
                .toList();
    }

    /** What Spark has not finished begins with a low line or a dot. */
    private static List<Path> files(Path folder, String extension) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> name(file).endsWith(extension))
                    .filter(file -> Stream.iterate(file, path -> !path.equals(folder), Path::getParent)
                            .noneMatch(path ->
                                    name(path).startsWith("_") || name(path).startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static FileTime newest(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** When the events were written last. */
    Instant written() {
        return events.stream()
                .map(DataFolder::newest)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toInstant();
    }
}
