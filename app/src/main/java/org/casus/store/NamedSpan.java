package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import org.casus.Coder.CodedArticle;
import org.casus.actor.Actor;
import org.casus.actor.Resolution;
import org.casus.event.SentenceReport;
import org.casus.reader.Mention;
import org.casus.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Words of an article that name somebody.
 *
 * @param start where they begin in the article's body, in UTF-16 units
 * @param end where they end, exclusive
 * @param actor who it is; null where nothing tells
 * @param reasons in words for people, what led to it
 */
public record NamedSpan(
        int start, int end, String text, @Nullable Who actor, List<String> reasons) {

    /** An actor as event JSON writes it. */
    public record Who(
            String text,
            @Nullable String name,
            @Nullable String country,
            String sector,
            @Nullable String role,
            @Nullable String id) {
        static Who of(Actor actor) {
            return new Who(
                    actor.text(), actor.name(), actor.country(), actor.sector().name(), actor.role(), actor.id());
        }
    }

    /** All mentions of an article in the order of its text. */
    public static List<NamedSpan> of(CodedArticle coded) {
        List<NamedSpan> spans = new ArrayList<>();
        for (SentenceReport report : coded.sentences()) {
            Sentence sentence = report.reading().sentence();
            for (int m = 0; m < report.cast().size(); m++) {
                spans.add(of(
                        sentence,
                        report.reading().mentions().get(m),
                        report.cast().get(m)));
            }
        }
        return spans;
    }

    private static NamedSpan of(Sentence sentence, Mention mention, Resolution resolution) {
        Actor actor = resolution.actor();
        return new NamedSpan(
                sentence.tokens().get(mention.first()).start(),
                sentence.tokens().get(mention.end() - 1).end(),
                sentence.textOf(mention.first(), mention.end()),
                actor.isIdentified() ? Who.of(actor) : null,
                resolution.reasons());
    }
}
