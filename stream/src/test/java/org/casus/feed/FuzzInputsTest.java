package org.casus.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

/**
 * No bytes make the readers throw or fall silent. The mutations run always; {@code JAZZER_FUZZ=1 ./mvnw -pl stream test
 * -Dtest=FuzzInputsTest} lets Jazzer look for worse.
 */
class FuzzInputsTest {
    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void mutatedFilesAreReadOrNamed(
            @ForAll @IntRange(max = 5) int file,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1 << 20) Integer> places)
            throws IOException {
        byte[] bytes = files().get(file).clone();
        for (int place : places) {
            bytes[place % bytes.length] ^= (byte) (1 + place / bytes.length % 255);
        }
        read(bytes);
    }

    @FuzzTest(maxDuration = "60s")
    @Tag("slow")
    void anyBytesAreReadOrNamed(FuzzedDataProvider data) throws IOException {
        int file = data.consumeInt(0, 6);
        byte[] bytes = data.consumeRemainingAsBytes();
        read(file == 6 ? bytes : Packed.concat(files().get(file), bytes));
        read(Packed.concat(Packed.utf8("WARC/1.0\r\n"), bytes));
        read(Packed.gzip(bytes));
    }

    private static List<byte[]> files() throws IOException {
        byte[] record = Packed.response("http://a/", Packed.page("A", "A text."));
        Map<String, byte[]> entries = Map.of("a.txt", Packed.utf8("A text."));
        return List.of(
                Packed.concat(record, record),
                Packed.concat(Packed.gzip(record), Packed.gzip(record)),
                Packed.zip(entries),
                Packed.tar(entries),
                Packed.gzip(Packed.tar(entries)),
                Packed.gzip(Packed.utf8("{\"text\":\"A text.\"}\n{\"text\":\"Another.\"}\n")));
    }

    private static void read(byte[] bytes) {
        Seen seen = new Seen();
        new Inputs(Columns.guessed(), false).read(new ByteArrayInputStream(bytes), "input", seen);
        assertThat(seen.articles.size() + seen.problems.size() + seen.passedOver)
                .isPositive();
        assertThat(seen.problems)
                .allSatisfy(problem -> assertThat(problem).startsWith("input").doesNotContain(": null"));
    }
}
