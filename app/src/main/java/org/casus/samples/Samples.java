package org.casus.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.data.DataException;

/** Invented reports, written for this program in the manner of agencies. */
public final class Samples {
    private static final String HOME = "/org/casus/samples/";

    private static final List<String> FILES =
            List.of("delegation.html", "sanctions.txt", "protest.txt", "offensive.txt", "aid.txt", "ceasefire.txt");

    private Samples() {}

    /** How many there are. */
    public static int count() {
        return FILES.size();
    }

    /** All of them, read anew; DataException when one is missing from the program. */
    public static List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        ArticleReader reader = new ArticleReader();
        for (String file : FILES) {
            try (InputStream in = Samples.class.getResourceAsStream(HOME + file)) {
                if (in == null) {
                    throw new DataException("the sample " + file + " is missing from the program; build it again");
                }
                reader.read(in, file, new ArticleSink() {
                    @Override
                    public void article(Article article) {
                        articles.add(article);
                    }

                    @Override
                    public void problem(Problem problem) {
                        throw new DataException(problem.toString());
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return articles;
    }
}
