package org.casus.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.article.Article;
import org.casus.export.Paint;

/** What became of the inputs of a run, for the lines at its end. */
final class InputTally {
    private static final int NAMED = 3;

    private final Map<String, Integer> foreign = new TreeMap<>();
    private final List<String> foreignNames = new ArrayList<>();
    private long articles;
    private long passedOver;
    private long problems;

    void article() {
        articles++;
    }

    void problem() {
        problems++;
    }

    void passedOver() {
        passedOver++;
    }

    /** @param language the language in which the article is, not English */
    void foreign(Article article, String language) {
        foreign.merge(language, 1, Integer::sum);
        if (foreignNames.size() < NAMED) {
            String name = article.file() != null ? article.file() : article.url();
            foreignNames.add(Paint.plain(name != null ? name : "article " + article.id()));
        }
    }

    boolean sawProblems() {
        return problems > 0;
    }

    /** The lines that say it; none when all inputs were articles. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int notEnglish = foreign.values().stream().mapToInt(Integer::intValue).sum();
        if (passedOver > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d records: %,d articles, %,d not pages, %,d not English, %,d not readable",
                    articles + passedOver + notEnglish + problems,
                    articles,
                    passedOver,
                    notEnglish,
                    problems));
        }
        if (notEnglish > 0) {
            String languages = foreign.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(language ->
                            String.format(Locale.ROOT, "%,d %s", language.getValue(), Paint.plain(language.getKey())))
                    .collect(Collectors.joining(", "));
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d %s not English (%s) %s passed over: %s",
                    notEnglish,
                    notEnglish == 1 ? "article" : "articles",
                    languages,
                    notEnglish == 1 ? "was" : "were",
                    String.join(", ", foreignNames) + (notEnglish > NAMED ? ", …" : "")));
        }
        return lines;
    }
}
