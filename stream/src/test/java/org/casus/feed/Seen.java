package org.casus.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;

/** What was found in an input, all of it read. */
final class Seen implements FeedSink, ArticleSink {
    final List<Article> articles = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    int passedOver;

    static Seen in(Path path) {
        return in(path, Columns.guessed());
    }

    static Seen in(Path path, Columns columns) {
        Seen seen = new Seen();
        new Inputs(columns, false).read(path, seen);
        return seen;
    }

    List<String> bodies() {
        return articles.stream().map(Article::body).toList();
    }

    @Override
    public void found(Unread input) {
        input.read(this);
    }

    @Override
    public void passedOver() {
        passedOver++;
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void article(Article article) {
        articles.add(article);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.toString());
    }
}
