package org.casus.cli;

import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.export.Paint;

/**
 * Where a command reads and writes. The launcher says in the environment what Java cannot know: {@code CASUS_TTY} holds the
 * numbers of the streams that are terminals ("12"), {@code COLUMNS} the width. {@code NO_COLOR} turns colours off.
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    private static final int DEFAULT_WIDTH = 80;

    /** Results as UTF-8, buffered. */
    Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    Paint paint() {
        return new Paint(colour());
    }

    boolean colour() {
        return isTerminal("1") && !environment.containsKey("NO_COLOR");
    }

    boolean printsToTerminal() {
        return isTerminal("1");
    }

    boolean showsProgress() {
        return isTerminal("2");
    }

    int width() {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", "" + DEFAULT_WIDTH));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    private boolean isTerminal(String stream) {
        return environment.getOrDefault("CASUS_TTY", "").contains(stream);
    }

    /** A line to standard error. */
    void say(String line) {
        err.println(line);
    }

    /** For an article without events, why: nothing is silently empty. */
    void sayWhyEmpty(CodedArticle coded) {
        Article article = coded.article();
        String indent = nameOf(article) + ": ";
        for (String line : coded.whyEmpty()) {
            say(Paint.plain(indent + line));
            indent = "  ";
        }
    }

    private static String nameOf(Article article) {
        if (article.file() == null) {
            return article.url() == null ? "article " + article.id() : article.url();
        }
        return article.url() == null ? article.file() : article.file() + ", " + article.url();
    }
}
