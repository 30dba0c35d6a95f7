package org.casus.article;

/** Takes what an {@link ArticleReader} finds: articles, and inputs that it could not read. */
public interface ArticleSink {
    void article(Article article);

    void problem(Problem problem);
}
