package org.casus.export;

import java.util.HashSet;
import java.util.Set;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.codebook.EventType;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Whom the sentences of the article at hand accuse. Events come in the order of the text, so an accusation comes before what it is about:
 * "Russia accused Ukraine of shelling a hospital".
 */
final class Accused {
    private @Nullable String article;
    private final Set<String> accused = new HashSet<>();

    /** Takes note of an event if it is an accusation. */
    void note(Article told, Event event) {
        if (!told.id().equals(article)) {
            article = told.id();
            accused.clear();
        }
        if (event.type() == EventType.ACCUSE && event.target() != null) {
            accused.add(key(event, event.target()));
        }
    }

    /** True where the sentence of a deed accuses its doer. */
    boolean isDoerOf(Event deed) {
        return accused.contains(key(deed, deed.source()));
    }

    private static String key(Event event, Actor actor) {
        String who = actor.country() != null ? actor.country() : actor.id() != null ? actor.id() : actor.text();
        return who + "\n" + event.evidence().sentence();
    }
}
