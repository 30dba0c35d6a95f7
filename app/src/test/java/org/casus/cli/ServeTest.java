package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--address 0.0.0.0;--token",
                "--address no.such.host.invalid;no address of this machine",
                "--token short;at least 8",
                "--port 70000;0 to 65535",
                "--rate -1;requests a second",
                "--log xml;--log",
                "--data somewhere;name one"
            })
    void wrongUsageIsSaidBeforeAnythingIsOpened(String options, String words) {
        Path store = folder.resolve("x.duckdb");
        Run run = Run.of(("serve --store " + store + " " + options).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(words);
        assertThat(store).doesNotExist();
    }

    @Test
    void aTakenPortIsOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of(
                    "serve", "--store", folder.resolve("x.duckdb").toString(), "--port", "" + taken.getLocalPort());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().strip())
                    .isEqualTo("casus: port " + taken.getLocalPort()
                            + " is taken; stop what uses it, or choose another with --port");
        }
    }

    @Test
    void aFolderWithoutDataIsSaid() {
        Run run = Run.of("serve", "--data", folder.toString(), "--port", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip())
                .startsWith("casus: " + folder + " holds no events of the Spark job")
                .doesNotContain("\n");
    }

    /** Also the last words of a command are an object a line. */
    @Test
    void whatIsWrongIsAnObjectWhereJsonIsAskedFor() throws IOException {
        Run run = Run.of("serve", "--data", folder.toString(), "--port", "0", "--log", "json");
        JsonNode entry = new ObjectMapper().readTree(run.err());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(entry.get("level").asText()).isEqualTo("error");
        assertThat(entry.get("message").asText()).contains("holds no events");
    }

    @Test
    void whatIsNoStoreIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no store ".repeat(1_000));
        Run run = Run.of("serve", "--store", file.toString(), "--port", "0");
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("notes.txt is no store").doesNotContain("\tat ");
    }
}
