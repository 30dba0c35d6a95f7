package org.casus.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * What stories need to know of one article: a flat row and its tellings, for a store to keep and {@link Stories#restore} to take back.
 *
 * @param article the article's id
 * @param published null where nothing tells: such an article joins no story of others
 * @param lead the first {@value #LEAD} characters of the text
 */
public record Account(
        String article,
        @Nullable String publisher,
        @Nullable LocalDate published,
        String lead,
        TextSignature signature,
        List<Telling> tellings) {
    static final int LEAD = 500;

    public Account {
        tellings = List.copyOf(tellings);
    }

    /** Reads all that is needed out of a coded article. The dear part of grouping, and free of state: any thread may do it. */
    public static Account of(CodedArticle coded) {
        Article article = coded.article();
        String body = article.body();
        return new Account(
                article.id(),
                article.publisher(),
                article.published(),
                body.substring(0, Math.min(LEAD, body.length())),
                TextSignature.of(body),
                coded.events().stream().map(event -> Telling.of(article, event)).toList());
    }

    /**
     * The account parted by the pairs of parties of its tellings. Tellings of different pairs are never one happening, so the accounts of
     * each pair may be grouped alone, on any machine.
     */
    public Map<String, Account> byDyad() {
        Map<String, List<Telling>> parted = new TreeMap<>();
        tellings.forEach(telling -> parted.computeIfAbsent(telling.dyad(), none -> new ArrayList<>())
                .add(telling));
        Map<String, Account> accounts = new TreeMap<>();
        parted.forEach(
                (dyad, told) -> accounts.put(dyad, new Account(article, publisher, published, lead, signature, told)));
        return accounts;
    }
}
