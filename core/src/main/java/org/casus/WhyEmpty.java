package org.casus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.Coder.CodedArticle;
import org.casus.event.SentenceReport;

/** Why an article gave no event, in a few lines: nothing is silently empty. */
final class WhyEmpty {
    private WhyEmpty() {}

    static List<String> of(CodedArticle coded) {
        List<SentenceReport> sentences = coded.sentences();
        long two = sentences.stream().filter(report -> report.actors() >= 2).count();
        List<String> lines = new ArrayList<>();
        lines.add("no event in " + count(sentences.size(), "sentence") + ", " + two
                + " of them with two or more known actors");
        sentences.stream()
                .filter(report -> !report.reading().triggers().isEmpty())
                .max(Comparator.comparingInt(WhyEmpty::nearness))
                .ifPresent(nearest -> {
                    lines.add("nearest: " + clip(nearest.reading().sentence().text()));
                    nearest.lacks().stream().limit(3).forEach(lack -> lines.add("lacked:  " + lack));
                });
        return lines;
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
