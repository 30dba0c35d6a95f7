package org.casus.spark;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.Coder;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.article.Language;
import org.casus.article.Problem;
import org.casus.story.Account;
import org.jspecify.annotations.Nullable;

/** What became of an input, as a row from which the tables of a run are made. */
final class Outcome {
    /** An article that was coded, with or without events. */
    static final String CODED = "coded";
    /** An article in another language than English, which is not coded. */
    static final String FOREIGN = "foreign";
    /** An input that could not be read or coded. */
    static final String FAILED = "failed";

    static final StructType SCHEMA = new StructType()
            .add("outcome", StringType, false)
            .add("input", StringType, false)
            .add("id", StringType)
            .add("file", StringType)
            .add("url", StringType)
            .add("title", StringType)
            .add("publisher", StringType)
            .add("published", DateType)
            .add("language", StringType)
            .add("record", StringType)
            .add("reason", StringType)
            .add("account", AccountRows.SCHEMA)
            .add("events", DataTypes.createArrayType(EventRows.SCHEMA));

    private Outcome() {}

    static Row of(Found found, Coder coder) {
        Article article = found.article();
        if (article == null) {
            return failed(found.input(), found.problem());
        }
        Optional<String> foreign = Language.notEnglish(article);
        if (foreign.isPresent()) {
            return row(FOREIGN, found.input(), article, foreign.get(), null, List.of());
        }
        try {
            CodedArticle coded = coder.code(article);
            List<Row> events = coded.events().stream()
                    .map(event -> EventRows.of(article, event))
                    .toList();
            return row(CODED, found.input(), article, article.language(), AccountRows.toRow(Account.of(coded)), events);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(found.input(), new Problem("article " + article.id(), "could not be coded: " + e));
        }
    }

    private static Row row(
            String outcome,
            String input,
            Article article,
            @Nullable String language,
            @Nullable Row account,
            List<Row> events) {
        return RowFactory.create(
                outcome,
                input,
                article.id(),
                article.file(),
                article.url(),
                article.title(),
                article.publisher(),
                article.published(),
                language,
                null,
                null,
                account,
                events.toArray());
    }

    private static Row failed(String input, @Nullable Problem problem) {
        if (problem == null) {
            throw new IllegalStateException(input + " gave neither an article nor a reason");
        }
        String named = problem.input();
        String record = named.equals(input)
                ? null
                : named.startsWith(input + ", ") ? named.substring(input.length() + 2) : named;
        return RowFactory.create(
                FAILED, input, null, null, null, null, null, null, null, record, problem.reason(), null, new Row[0]);
    }
}
