package org.casus.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * DuckDB's driver unpacks its library (60 MB) into a new temporary file at every start and deletes it at the end: a process that is
 * killed would leave it. Once loaded, Linux needs the name no more.
 */
final class NativeLibrary {
    private static final Path MAPS = Path.of("/proc/self/maps");

    private NativeLibrary() {}

    /** Deletes the name of the unpacked library that this process has loaded; elsewhere than on Linux the driver's own way stays. */
    static void forgetUnpacked() {
        if (!Files.isReadable(MAPS)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(MAPS, StandardCharsets.UTF_8);
            for (String line : lines) {
                int path = line.indexOf('/');
                if (path > 0 && line.contains("/libduckdb_java") && line.endsWith(".so")) {
                    Files.deleteIfExists(Path.of(line.substring(path)));
                }
            }
        } catch (IOException e) {
            // a file more in the temporary folder is no reason to fail
            return;
        }
    }
}
