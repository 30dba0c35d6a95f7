package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that docs/accuracy.md gives, where the yardsticks lie beside the checkout. */
class YardstickTest {
    private static final Path GOLD = Path.of("..", "..", "shared", "gold");

    @BeforeAll
    static void needsTheYardsticks() {
        assumeTrue(Files.isDirectory(GOLD), "no yardsticks beside this checkout");
    }

    @Test
    void theSeedComesOutRight() {
        Run run = Run.of("code", "--format", "jsonl", GOLD.resolve("seed.txt").toString());
        assertThat(run.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"type\":\"CONSULT\"",
                                "\"cameo\":\"043\"",
                                "\"date\":\"2023-11-01\"",
                                "\"trigger\":\"received\"",
                                "\"country\":\"AZE\",\"sector\":\"GOV\"",
                                "\"country\":\"PAK\",\"sector\":\"MIL\""))
                .anySatisfy(line ->
                        assertThat(line).contains("\"type\":\"SUPPORT\"", "\"cameo\":\"051\"", "\"country\":\"PAK\""));
        assertThat(f1("tuple", Run.of("eval", GOLD.resolve("seed.gold.jsonl").toString(), "--texts", GOLD.toString())))
                .isGreaterThanOrEqualTo(0.8);
    }

    private static double f1(String level, Run run) {
        Matcher matcher = Pattern.compile(level + " .*F1 ([01]\\.\\d+)").matcher(run.out());
        assertThat(matcher.find()).as(run.out() + run.err()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
