package org.casus.story;

import org.casus.article.Article;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What stories need to know of one event of one article: a flat row, for a store to keep.
 *
 * @param event the event's id
 * @param target null where the text gives none
 * @param place null where the text tells none
 * @param passage the words around the event, as written: up to {@value #REACH} characters before and behind its trigger
 */
public record Telling(
        String event,
        EventType type,
        Party source,
        @Nullable Party target,
        boolean mutual,
        Status status,
        boolean background,
        @Nullable PartialDate date,
        @Nullable Place place,
        String passage) {
    /** About fifty words: what a rewrite keeps of a happening stands in the sentence and its neighbours, not in the whole text. */
    static final int REACH = 300;

    static Telling of(Article article, Event event) {
        return new Telling(
                event.id(),
                event.type(),
                new Party(
                        event.source().country(),
                        event.source().sector(),
                        event.source().id()),
                Party.of(event.target()),
                event.mutual(),
                event.status(),
                event.background(),
                event.date(),
                event.place(),
                around(
                        article.body(),
                        event.evidence().start(),
                        event.evidence().end()));
    }

    /** Whole words only, so that the same passage reads the same in a copy that begins elsewhere. */
    private static String around(String body, int start, int end) {
        int from = Math.max(0, start - REACH);
        while (from > 0 && from < start && !Character.isWhitespace(body.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(body.length(), end + REACH);
        while (to < body.length() && to > end && !Character.isWhitespace(body.charAt(to))) {
            to--;
        }
        return body.substring(from, to).strip();
    }

    /** The two parties in an order of their own, so that both directions lie together. */
    String dyad() {
        String one = source.key();
        String other = Party.keyOf(target);
        return one.compareTo(other) <= 0 ? one + ' ' + other : other + ' ' + one;
    }
}
