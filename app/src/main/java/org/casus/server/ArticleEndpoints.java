package org.casus.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.metrics.Failed;
import org.casus.metrics.Metrics;
import org.casus.metrics.Skipped;
import org.casus.samples.Samples;
import org.casus.store.Articles;
import org.casus.store.Keeper;
import org.casus.store.Kept;
import org.casus.store.Store;
import org.jspecify.annotations.Nullable;

/** Articles: those that are kept, and new ones to code. */
final class ArticleEndpoints {
    private static final Parameter<String> ID =
            Parameter.path("id", "An article's id.", "", Form.pattern("16 hexadecimal digits", "[0-9a-f]{16}"));
    private static final Parameter<LocalDate> FROM =
            Parameter.query("from", "The first day of publication.", "2023-01-01", Form.day());
    private static final Parameter<LocalDate> TO =
            Parameter.query("to", "The last day of publication.", "2024-12-31", Form.day());
    private static final Parameter<String> PUBLISHER =
            Parameter.query("publisher", "The publisher.", "Northern Press", Form.text(1, 300));
    private static final Parameter<String> WORDS =
            Parameter.query("q", "Text in the title, letter case ignored.", "sanctions", Form.text(1, 100));
    private static final Parameter<Integer> LIMIT = Parameter.query(
                    "limit", "How many at most.", "10", Form.whole(1, 500))
            .orElse(50);
    private static final Parameter<String> CURSOR = Parameter.query(
            "cursor", "\"next\" of the page before.", "", Form.pattern("\"next\" of a page", "\\d{1,18}"));
    private static final Parameter<Boolean> KEEP = Parameter.query(
                    "keep", "Keep the article and its events in the store.", "false", Form.truth())
            .orElse(false);

    private final Casus casus;
    /** Null where nothing can be kept. */
    private final @Nullable Keeper keeper;

    private final Store store;
    private final Answers answers;
    private final Coding coding;
    private final Limits limits;
    private final Metrics metrics;

    ArticleEndpoints(Casus casus, Store store, Answers answers, Coding coding, Limits limits, Metrics metrics) {
        this.casus = casus;
        this.keeper = store.isReadOnly() ? null : store.keeper(casus);
        this.store = store;
        this.answers = answers;
        this.coding = coding;
        this.limits = limits;
        this.metrics = metrics;
    }

    private record LineView(
            String id,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable LocalDate published,
            @Nullable String url,
            @Nullable String file,
            int events) {
        static LineView of(Articles.Line line) {
            Article article = line.article();
            return new LineView(
                    article.id(),
                    article.title(),
                    article.publisher(),
                    article.published(),
                    article.url(),
                    article.file(),
                    line.events());
        }
    }

    private record PageView(
            List<LineView> articles, @Nullable String next) {}

    private record SamplesView(int articles, int events) {}

    /** A coded article and whether it is in the store only now. */
    private record Outcome(CodedArticle coded, boolean keptAnew) {}

    List<Endpoint> all() {
        return List.of(
                answers.endpoint(
                        "/api/articles",
                        "articles",
                        "Articles, the last coded first",
                        List.of(FROM, TO, PUBLISHER, WORDS, LIMIT, CURSOR),
                        Schema.object(
                                "articles",
                                        Schema.list(Schema.object(
                                                "id", Schema.text(),
                                                "title", Schema.text().orNull(),
                                                "publisher", Schema.text().orNull(),
                                                "published", Schemas.DAY.orNull(),
                                                "url", Schema.text().orNull(),
                                                "file", Schema.text().orNull(),
                                                "events", Schemas.COUNT)),
                                "next", Schema.text().orNull().with("description", "cursor of the next page")),
                        this::page),
                answers.endpoint(
                        "/api/articles/{id}",
                        "articles",
                        "One article with its text, who is named in it, and its events",
                        List.of(ID),
                        Schema.ref("Article"),
                        this::whole),
                new Endpoint(
                        "POST",
                        "/api/articles",
                        "articles",
                        "Codes an article and keeps it if asked to",
                        List.of(KEEP),
                        List.of(
                                new Endpoint.Body("text/plain", Schema.text(), "France condemned Iran on Monday."),
                                new Endpoint.Body(
                                        "text/html",
                                        Schema.text(),
                                        "<!doctype html><title>News</title><p>France condemned Iran on Monday.</p>"),
                                new Endpoint.Body(
                                        Json.MEDIA_TYPE,
                                        Schema.ref("ArticleToCode"),
                                        Map.of(
                                                "title", "Paris condemns Tehran",
                                                "published", "2024-11-20",
                                                "text", "France condemned Iran on Monday."))),
                        List.of(
                                Endpoint.Reply.json("the coded article", Schema.ref("Article")),
                                new Endpoint.Reply(201, "coded, and kept now", Json.MEDIA_TYPE, Schema.ref("Article"))),
                        this::code),
                new Endpoint(
                        "POST",
                        "/api/samples",
                        "articles",
                        "Codes and keeps the sample articles that come with the program",
                        List.of(),
                        List.of(),
                        List.of(Endpoint.Reply.json(
                                "how many they are",
                                Schema.object("articles", Schemas.COUNT, "events", Schemas.COUNT))),
                        call -> {
                            keeper();
                            call.answer(coding.when(this::samples));
                        }));
    }

    private Object whole(Query query) {
        String id = query.get(ID);
        Articles.Whole found = store.articles()
                .find(id)
                .orElseThrow(() -> HttpProblem.of(404, "no article has this id").exception());
        if (store.isReadOnly()) {
            throw HttpProblem.of(
                            404,
                            "the texts of articles are not in data that Spark wrote; /api/events?article=" + id
                                    + " has the events of this one")
                    .exception();
        }
        return ArticleView.of(found);
    }

    /** A problem where nothing can be kept. */
    private Keeper keeper() {
        if (keeper == null) {
            throw HttpProblem.of(
                            403,
                            "nothing can be kept here: the server reads data that Spark wrote; start casus serve --store to keep articles")
                    .exception();
        }
        return keeper;
    }

    private Object page(Query query) {
        int limit = query.get(LIMIT);
        String cursor = query.find(CURSOR);
        List<Articles.Line> lines = store.articles()
                .list(
                        new Articles.Choice(query.find(FROM), query.find(TO), query.find(PUBLISHER), query.find(WORDS)),
                        cursor == null ? null : Long.valueOf(cursor),
                        limit + 1);
        boolean more = lines.size() > limit;
        List<Articles.Line> shown = more ? lines.subList(0, limit) : lines;
        return new PageView(
                shown.stream().map(LineView::of).toList(),
                more ? String.valueOf(shown.get(limit - 1).key()) : null);
    }

    private void code(Call call) {
        boolean keep = call.query().get(KEEP);
        if (keep) {
            keeper();
        }
        Context context = call.context();
        ArticleBody body = ArticleBody.of(context.header("Content-Type"), bytes(context));
        call.answerWith(coding.when(() -> coded(body, keep))
                .thenApply(outcome ->
                        new Call.Reply(outcome.keptAnew() ? 201 : 200, Json.bytes(ArticleView.of(outcome.coded())))));
    }

    private Outcome coded(ArticleBody body, boolean keep) {
        CodedArticle coded = coded(read(body));
        return new Outcome(coded, keep && keep(coded) == Kept.NEW);
    }

    private Article read(ArticleBody body) {
        try {
            return body.read();
        } catch (HttpProblemException e) {
            metrics.failed(Failed.READ);
            throw e;
        }
    }

    private CodedArticle coded(Article article) {
        try {
            return metrics.coding(() -> casus.coder().code(article));
        } catch (RuntimeException | StackOverflowError e) {
            metrics.failed(Failed.CODE);
            throw e;
        }
    }

    private Kept keep(CodedArticle coded) {
        try {
            Kept kept = keeper().keep(coded);
            if (kept == Kept.UNCHANGED) {
                metrics.skipped(Skipped.KNOWN);
            }
            return kept;
        } catch (RuntimeException e) {
            metrics.failed(Failed.STORE);
            throw e;
        }
    }

    private Answer samples() {
        int events = 0;
        for (Article article : Samples.articles()) {
            CodedArticle coded = coded(article);
            keep(coded);
            events += coded.events().size();
        }
        return new Answer(Json.bytes(new SamplesView(Samples.count(), events)));
    }

    private byte[] bytes(Context context) {
        try (InputStream in = context.req().getInputStream()) {
            byte[] bytes = in.readNBytes(limits.body() + 1);
            if (bytes.length > limits.body()) {
                throw HttpProblem.of(413, "the body is larger than the server takes")
                        .exception();
            }
            return bytes;
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpProblemException known) {
                    throw known;
                }
                if (cause instanceof TimeoutException) {
                    throw HttpProblem.of(408, "the body came too slowly")
                            .with("Connection", "close")
                            .exception();
                }
            }
            throw HttpProblem.of(400, "the body broke off")
                    .with("Connection", "close")
                    .exception();
        }
    }
}
