package org.casus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.casus.reader.WordPieces.Pieces;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces WORDS = ModelFile.bundled().wordPieces();

    /** The answers are those of the reference implementation: training/reader/odd_strings.py. */
    @Test
    void a_thousand_odd_strings_come_apart_as_in_the_reference() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int count = 0;
        List<String> wrong = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordPiecesTest.class.getResourceAsStream("odd-strings.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = json.readTree(line);
                String expected = row.get("pieces").toString();
                String found = rows(WORDS.of(row.get("text").asText()));
                if (!found.equals(expected)) {
                    wrong.add(row.get("text") + "\n  expected " + expected + "\n  found    " + found);
                }
                count++;
            }
        }
        assertThat(count).isEqualTo(1000);
        assertThat(wrong).isEmpty();
    }

    @Property(tries = 500)
    void pieces_lie_in_the_text_in_order(@ForAll String text) {
        Pieces pieces = WORDS.of(text);
        int last = 0;
        for (int p = 1; p < pieces.size() - 1; p++) {
            assertThat(pieces.starts()[p]).isGreaterThanOrEqualTo(last);
            assertThat(pieces.ends()[p]).isBetween(pieces.starts()[p], text.length());
            last = pieces.starts()[p];
        }
    }

    private static String rows(Pieces pieces) {
        List<String> rows = new ArrayList<>();
        for (int p = 1; p < pieces.size() - 1; p++) {
            rows.add("[" + pieces.ids()[p] + "," + pieces.starts()[p] + "," + pieces.ends()[p] + "]");
        }
        return "[" + String.join(",", rows) + "]";
    }
}
