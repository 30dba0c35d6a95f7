package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures in docs/accuracy.tsv can be reproduced; those of the yardsticks only where they lie beside the checkout. */
class AccuracyTest {
    private static final Path GOLD = Path.of("..", "..", "shared", "gold");

    @Test
    void theCommittedFiguresHold() {
        List<String> line = new ArrayList<>(List.of(
                "accuracy", "--sentences", "../training/sentences", "--articles", "../eval", "--check", "../docs"));
        if (Files.isDirectory(GOLD)) {
            line.addAll(List.of("--yardsticks", GOLD.toString()));
        }
        Run run = Run.of(line.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }
}
