package org.casus.store;

import java.sql.SQLException;
import java.util.List;
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

    /**
     * Keeps some articles at once, all or none: many times faster than one by one, and a kill before the end loses them all.
     *
     * @return what was done with each
     */
    public List<Kept> keepAll(List<CodedArticle> coded) {
        return write(() -> writer.keepAll(coded, run, rules));
    }

    private Kept keep(CodedArticle coded, ArticleWriter.Beside beside) {
        return write(() -> List.of(writer.keep(coded, run, rules, beside))).get(0);
    }

    private interface Writing {
        List<Kept> done() throws SQLException;
    }

    private List<Kept> write(Writing writing) {
        synchronized (store.writing()) {
            try {
                List<Kept> kept = writing.done();
                if (kept.stream().anyMatch(one -> one != Kept.UNCHANGED)) {
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
