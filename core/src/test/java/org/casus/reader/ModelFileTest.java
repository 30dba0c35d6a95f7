package org.casus.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casus.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    @Test
    void missing() {
        assertThatThrownBy(() -> ModelFile.at(folder.resolve("none.casus")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none.casus is missing");
    }

    @Test
    void cutShortAnywhere() throws IOException {
        byte[] whole;
        try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream("reader.casus"))) {
            whole = in.readAllBytes();
        }
        for (double share : new double[] {0, 0.00001, 0.3, 0.9, 0.99}) {
            Path file = Files.write(folder.resolve("cut.casus"), Arrays.copyOf(whole, (int) (whole.length * share)));
            assertThatThrownBy(() -> ModelFile.at(file))
                    .as("cut at %s", share)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cut short");
        }
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("damaged.casus"), damaged);
        assertThatThrownBy(() -> ModelFile.at(file)).isInstanceOf(DataException.class);
    }

    @Test
    void wrongVersion() throws IOException {
        Path file = folder.resolve("next.casus");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{\"format\": 99}".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> ModelFile.at(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void noModelAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("text.casus"), "no model");
        assertThatThrownBy(() -> ModelFile.at(file)).isInstanceOf(DataException.class);
    }
}
