package org.casus.feed;

import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;

/** Hands on what comes article by article, read already, as lines and rows are. */
record Finding(FeedSink sink) implements ArticleSink {
    @Override
    public void article(Article article) {
        sink.found(new Unread() {
            @Override
            public void read(ArticleSink articles) {
                articles.article(article);
            }

            @Override
            public int held() {
                return 2 * article.body().length();
            }
        });
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }
}
