package org.casus.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.SentenceReport;
import org.casus.export.Paint;

/** Why an article gave no event, in a few lines: nothing is silently empty. */
final class Reasons {
    private Reasons() {}

    static List<String> of(CodedArticle coded) {
        List<SentenceReport> sentences = coded.sentences();
        long two = sentences.stream().filter(report -> report.actors() >= 2).count();
        String name = nameOf(coded.article());
        List<String> lines = new ArrayList<>();
        lines.add(Paint.plain(name) + ": no event in " + count(sentences.size(), "sentence") + ", " + two
                + " of them with two or more known actors");
        sentences.stream()
                .filter(report -> !report.reading().triggers().isEmpty())
                .max(Comparator.comparingInt(Reasons::nearness))
                .ifPresent(nearest -> {
                    lines.add("  nearest: "
                            + clip(Paint.plain(nearest.reading().sentence().text())));
                    nearest.lacks().stream().limit(3).forEach(lack -> lines.add("  lacked:  " + Paint.plain(lack)));
                });
        return lines;
    }

    private static String nameOf(Article article) {
        if (article.file() == null) {
            return article.url() == null ? "article " + article.id() : article.url();
        }
        return article.url() == null ? article.file() : article.file() + ", " + article.url();
    }

    private static int nearness(SentenceReport report) {
        return 10 * report.reading().relations().size()
                + 3 * Math.min(3, report.actors())
                + Math.min(5, report.reading().triggers().size());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String clip(String text) {
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
