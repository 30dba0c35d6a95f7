package org.casus.store;

import java.sql.SQLException;
import org.casus.Coder.CodedArticle;
import org.casus.CoderVersion;
import org.casus.position.PositionRules;

/**
 * Keeps what one coder makes.
 *
 * <pre>{@code
 * Keeper keeper = store.keeper(casus);
 * if (!keeper.isKept(article.id())) {
 *     keeper.keep(casus.coder().code(article));
 * }
 * }</pre>
 *
 * All threads may use it; they wait for each other.
 */
public final class Keeper {
    private final Store store;
    private final ArticleWriter writer;
    private final int run;
    private final PositionRules rules;

    Keeper(Store store, ArticleWriter writer, CoderVersion coder, PositionRules rules) throws SQLException {
        this.store = store;
        this.writer = writer;
        this.rules = rules;
        this.run = writer.run(coder);
    }

    /** Keeps an article with its events. The same article by the same coder changes nothing; by another, its events are replaced. */
    public Kept keep(CodedArticle coded) {
        return keep(coded, (connection, kept) -> {});
    }

    /** Keeps an article and ends the item that led to it, both or neither. */
    public Kept keep(CodedArticle coded, WaitingItem item) {
        return keep(coded, (connection, kept) -> SourceBook.kept(connection, item, coded.article(), kept == Kept.NEW));
    }

    /** Keeps one of the articles of an item that may have more, such as a file of many: the item goes on. */
    public Kept keepOneOf(WaitingItem item, CodedArticle coded) {
        return keep(coded, (connection, kept) -> SourceBook.counted(connection, item, kept == Kept.NEW));
    }

    private Kept keep(CodedArticle coded, ArticleWriter.Beside beside) {
        synchronized (store.writing()) {
            try {
                Kept kept = writer.keep(coded, run, rules, beside);
                if (kept != Kept.UNCHANGED) {
                    store.written();
                    store.changed();
                }
                return kept;
            } catch (SQLException e) {
                throw store.writeFailed(e);
            }
        }
    }

    /** True when this coder's events of an article are there: it need not be coded again. */
    public boolean isKept(String articleId) {
        synchronized (store.writing()) {
            try {
                return writer.isKept(articleId, run);
            } catch (SQLException e) {
                throw Database.failure(e);
            }
        }
    }
}
