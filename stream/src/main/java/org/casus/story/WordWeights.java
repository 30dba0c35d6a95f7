package org.casus.story;

import java.util.HashMap;
import java.util.Map;
import org.casus.data.Table;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * How much a word tells of what a text is about, by how rare it is: ln(sentences / sentences with it), scaled to 0 to 1. Counted on the
 * training sentences ({@code words.tsv}), not on the articles that come in: so the same two texts are as alike in every run, whatever came
 * before.
 */
final class WordWeights {
    private final Map<String, Double> counts = new HashMap<>();
    private double total;

    private WordWeights() {}

    static WordWeights bundled() {
        WordWeights weights = new WordWeights();
        EnglishStemmer stemmer = new EnglishStemmer();
        for (Table.Row row : Table.bundled("/org/casus/story/words.tsv", 2).rows()) {
            if (row.text(0).equals("*")) {
                weights.total = row.number(1);
            } else {
                weights.counts.merge(stem(stemmer, row.text(0)), row.number(1), Double::sum);
            }
        }
        return weights;
    }

    static String stem(EnglishStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    double of(String stem) {
        double count = Math.min(total, 1 + counts.getOrDefault(stem, 0.0));
        return Math.log(total / count) / Math.log(total);
    }
}
