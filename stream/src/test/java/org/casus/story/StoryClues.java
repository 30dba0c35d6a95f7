package org.casus.story;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes what speaks for and against each judged pair, a row a pair, for {@code tools/clues.py} to weigh. */
public final class StoryClues {
    private StoryClues() {}

    public static void main(String[] files) throws IOException {
        System.out.println(
                "pair\tsame\t" + Arrays.stream(Clue.values()).map(Clue::name).collect(Collectors.joining("\t")));
        for (String file : files) {
            for (StoryPair pair : StoryPair.read(file)) {
                Account first = pair.first();
                Account second = pair.second();
                long apart = Math.abs(ChronoUnit.DAYS.between(
                        Objects.requireNonNull(first.published()), Objects.requireNonNull(second.published())));
                if (apart <= EventMatch.PUBLISHED_APART) {
                    TermReader terms = TermReader.bundled();
                    Map<Clue, Double> seen = Clues.ofTexts(terms.read(first.lead()), terms.read(second.lead()));
                    ArticleMatch.addClues(seen, first.tellings(), second.tellings());
                    System.out.println(file
                            + ':'
                            + pair.id()
                            + '\t'
                            + (pair.same() ? 1 : 0)
                            + '\t'
                            + Arrays.stream(Clue.values())
                                    .map(clue -> String.valueOf(seen.getOrDefault(clue, 0.0)))
                                    .collect(Collectors.joining("\t")));
                }
            }
        }
    }
}
