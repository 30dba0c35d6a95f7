package org.casus.server;

import java.time.LocalDate;
import java.util.List;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.store.Articles;
import org.casus.store.NamedSpan;
import org.casus.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** An article with what was found in it, as the API gives it; offsets are UTF-16 units of {@code text}. */
record ArticleView(
        String id,
        @Nullable String file,
        @Nullable String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable String language,
        String text,
        List<NamedSpan> mentions,
        List<SpannedEvent> events,
        List<String> reasons) {

    /** Where an event's words stand; null for what is not in its sentence. */
    @SuppressWarnings("ArrayRecordComponent") // pairs of numbers on their way out, never compared
    record Spans(int[] trigger, int @Nullable [] source, int @Nullable [] target, int @Nullable [] attribution) {}

    /** An event and where its words stand. */
    record SpannedEvent(Article article, Event event, Spans spans) {}

    static ArticleView of(CodedArticle coded) {
        return of(coded.article(), NamedSpan.of(coded), coded.events(), coded.whyEmpty());
    }

    static ArticleView of(Articles.Whole whole) {
        return of(
                whole.article(),
                whole.mentions(),
                whole.events().stream().map(StoredEvent::event).toList(),
                whole.reasons());
    }

    private static ArticleView of(Article article, List<NamedSpan> mentions, List<Event> events, List<String> reasons) {
        return new ArticleView(
                article.id(),
                article.file(),
                article.url(),
                article.title(),
                article.publisher(),
                article.published(),
                article.language(),
                article.body(),
                mentions,
                events.stream()
                        .map(event -> new SpannedEvent(article, event, spans(article.body(), event)))
                        .toList(),
                reasons);
    }

    private static Spans spans(String body, Event event) {
        Evidence evidence = event.evidence();
        String target = event.target() == null ? null : event.target().text();
        return new Spans(
                new int[] {evidence.start(), evidence.end()},
                nearest(body, evidence, event.source().text()),
                nearest(body, evidence, target),
                nearest(body, evidence, event.attribution()));
    }

    /** The words in the evidence sentence, the ones nearest to the trigger where they stand there twice. */
    private static int @Nullable [] nearest(String body, Evidence evidence, @Nullable String words) {
        int start = body.lastIndexOf(evidence.sentence(), evidence.start());
        if (words == null || words.isEmpty() || start < 0) {
            return null;
        }
        int end = start + evidence.sentence().length();
        int best = -1;
        for (int at = body.indexOf(words, start);
                at >= 0 && at + words.length() <= end;
                at = body.indexOf(words, at + 1)) {
            if (best < 0 || distance(at, words, evidence) < distance(best, words, evidence)) {
                best = at;
            }
        }
        return best < 0 ? null : new int[] {best, best + words.length()};
    }

    private static int distance(int at, String words, Evidence evidence) {
        return at < evidence.start() ? evidence.start() - at - words.length() : at - evidence.end();
    }
}
