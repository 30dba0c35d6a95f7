package org.casus.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.Casus;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.codebook.Folding;
import org.casus.data.DataException;
import org.casus.event.Event;
import org.casus.event.MarkedPair;
import org.casus.reader.LearnedReader.Deed;
import org.jspecify.annotations.Nullable;

/**
 * All figures of the program's accuracy, measured in one go: on the held-out tenth of the project's own sentences, and on the
 * yardsticks where they are at hand.
 */
public final class Accuracy {
    private static final String GOLD = "articles.gold.jsonl";

    private final Casus casus;
    private final SentenceFigures sentences;
    private final PairFigures pairs = new PairFigures();
    private final Map<String, Map<Level, Score>> gold = new LinkedHashMap<>();
    private final Map<String, int[]> empty = new TreeMap<>();

    private Accuracy(Casus casus) {
        this.casus = casus;
        this.sentences = new SentenceFigures(casus);
    }

    /**
     * Measures.
     *
     * @param own the folder of the project's own sentences
     * @param articles the folder of the project's own articles: {@code articles.gold.jsonl} and {@code articles}
     * @param yardsticks the folder with {@code pairs.dev.tsv}, {@code seed.txt} and {@code articles}, or null
     */
    public static Accuracy measure(Casus casus, Path own, Path articles, @Nullable Path yardsticks) throws IOException {
        Accuracy accuracy = new Accuracy(casus);
        for (TrainingSentence sentence : TrainingSentence.readAll(own)) {
            if (sentence.isHeldOut()) {
                accuracy.sentences.add(sentence);
            }
        }
        accuracy.articles("own articles", articles.resolve(GOLD), articles.resolve("articles"));
        if (yardsticks != null) {
            accuracy.pairs(yardsticks.resolve("pairs.dev.tsv"));
            accuracy.articles("seed", yardsticks.resolve("seed.gold.jsonl"), yardsticks);
            accuracy.articles("pages", yardsticks.resolve(GOLD), yardsticks.resolve("articles"));
        }
        return accuracy;
    }

    private void pairs(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> header = Arrays.asList(lines.readLine().split("\t", -1));
            int marked = header.indexOf("marked_sentence");
            int type = header.indexOf("gold_root");
            if (marked < 0 || type < 0) {
                throw new DataException(file + ": the header needs marked_sentence and gold_root");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t", -1);
                MarkedPair.parse(row[marked]).ifPresent(pair -> {
                    Deed deed = pair.read(casus.splitter(), casus.reader(), new Folding(casus.codebook()));
                    pairs.add(row[type], String.valueOf(deed.code().type()));
                });
            }
        }
    }

    private void articles(String name, Path goldFile, Path texts) throws IOException {
        if (!Files.exists(goldFile)) {
            return;
        }
        Gold wanted = Gold.read(goldFile);
        Map<String, List<Event>> coded = new LinkedHashMap<>();
        for (String id : wanted.ids()) {
            new ArticleReader().read(text(texts, id), new ArticleSink() {
                @Override
                public void article(Article article) {
                    coded.put(id, casus.coder().code(article).events());
                }

                @Override
                public void problem(Problem problem) {
                    throw new DataException(problem.toString());
                }
            });
        }
        Map<Level, Score> scores = new TreeMap<>();
        for (Level level : Level.values()) {
            scores.put(level, wanted.score(coded, level));
        }
        gold.put(name, scores);
        List<String> without = wanted.ids().stream().filter(wanted::isEmpty).toList();
        int kept = (int) without.stream()
                .filter(id -> coded.getOrDefault(id, List.of()).isEmpty())
                .count();
        empty.put(name, new int[] {kept, without.size()});
    }

    /** The text of a gold article: ID.txt, ID.html or ID.htm; the first of these where none is there. */
    public static Path text(Path folder, String id) {
        return Stream.of(".txt", ".html", ".htm")
                .map(ending -> folder.resolve(id + ending))
                .filter(Files::exists)
                .findFirst()
                .orElse(folder.resolve(id + ".txt"));
    }

    public SentenceFigures sentences() {
        return sentences;
    }

    /** Types of the yardstick's marked pairs; without rows where the yardstick was not at hand. */
    public PairFigures pairs() {
        return pairs;
    }

    /** Scores of coded articles by yardstick. */
    public Map<String, Map<Level, Score>> gold() {
        return gold;
    }

    /** Every figure by name, in a fixed order; the yardsticks' only where they were at hand. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "own mentions", sentences.mentions());
        put(figures, "own triggers", sentences.triggers());
        put(figures, "own events", sentences.events());
        put(figures, "own plain events", sentences.plainEvents());
        put(figures, "own plain events by overlap", sentences.plainOverlappingEvents());
        figures.put("own types macro F1", sentences.types().macro());
        figures.put("own types accuracy", sentences.types().micro());
        figures.put("own codes accuracy", sentences.codes().precision());
        figures.put("own status accuracy", sentences.statuses().precision());
        sentences.perStatus().forEach((status, counts) -> figures.put("own status " + status + " F1", counts.f1()));
        figures.put("own eventless left empty", 1 - Score.ratio(sentences.disturbed(), sentences.eventless()));
        if (pairs.rows() > 0) {
            figures.put("pairs macro F1", pairs.macro());
            figures.put("pairs accuracy", pairs.micro());
        }
        gold.forEach((name, scores) -> scores.forEach((level, score) -> {
            String label = name + " " + level.name().toLowerCase(Locale.ROOT);
            figures.put(label + " precision", score.precision());
            figures.put(label + " recall", score.recall());
            figures.put(label + " F1", score.f1());
        }));
        empty.forEach((name, counts) -> {
            if (counts[1] > 0) {
                figures.put(name + " without politics left empty", Score.ratio(counts[0], counts[1]));
            }
        });
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, Counts counts) {
        figures.put(name + " precision", counts.precision());
        figures.put(name + " recall", counts.recall());
        figures.put(name + " F1", counts.f1());
    }
}
