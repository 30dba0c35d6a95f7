package org.casus.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingTest {
    private final Codebook codebook = Codebook.bundled();
    private final Folding folding = new Folding(codebook);

    @ParameterizedTest
    @CsvSource({
        "040, 036, AGREE",
        "042, 036, AGREE",
        "045, 039, AGREE",
        "057, 032, AGREE",
        "0811, 0351, AGREE",
        "0841, 0353, AGREE",
        "0874, 0356, AGREE",
        "141, 133, THREATEN",
        "163, 1312, THREATEN",
        "1723, 1323, THREATEN",
        "195, 138, THREATEN",
        "112, 112, ACCUSE",
        "128, 128, REJECT",
        "030, 030, AGREE",
    })
    void whatIsPlannedBecomesTheIntent(String deed, String intent, EventType type) {
        CameoCode folded = folding.fold(codebook.code(deed), Status.PLANNED);
        assertEquals(intent, folded.code());
        assertEquals(type, folded.type());
    }

    @Test
    void everyCodeFoldsToOneOfTheBook() {
        codebook.codes().forEach(code -> folding.fold(code, Status.PLANNED));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "PLANNED", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotPlannedStays(Status status) {
        assertSame(codebook.code("042"), folding.fold(codebook.code("042"), status));
    }
}
