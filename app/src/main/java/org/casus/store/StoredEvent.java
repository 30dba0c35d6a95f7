package org.casus.store;

import org.casus.article.Article;
import org.casus.event.Event;

/**
 * An event as the store gives it back.
 *
 * @param key grows with the time of coding; an event that is coded anew gets a new one
 * @param article the report that it stands in, its body left empty
 */
public record StoredEvent(long key, Article article, Event event) {}
