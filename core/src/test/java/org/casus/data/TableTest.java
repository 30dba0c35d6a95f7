package org.casus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    private Path folder;

    @Test
    void readsCellsListsAndNumbers() throws IOException {
        Table.Row row =
                Table.file(file("# comment\n\na\t b | c \t-2.5\n"), 3).rows().get(0);
        assertThat(row.text(0)).isEqualTo("a");
        assertThat(row.list(1)).containsExactly("b", "c");
        assertThat(row.number(2)).isEqualTo(-2.5);
        assertThat(row.line()).isEqualTo(3);
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() throws IOException {
        Path two = file("a\tb\nc\n");
        assertThatThrownBy(() -> Table.file(two, 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 2: 1 columns where 2");
        assertThatThrownBy(() -> Table.file(file("x\n"), 1).rows().get(0).number(0))
                .hasMessageContaining("'x' is no number");
        assertThatThrownBy(() -> Table.file(folder.resolve("none.tsv"), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none.tsv");
        assertThatThrownBy(() -> Table.bundled("/org/casus/none.tsv", 1)).hasMessageContaining("missing");
        Path latin = folder.resolve("latin.tsv");
        Files.write(latin, "é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Table.file(latin, 1)).hasMessageContaining("UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t" + text.hashCode() + ".tsv"), text);
    }
}
