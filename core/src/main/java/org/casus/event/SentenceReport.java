package org.casus.event;

import java.util.List;
import org.casus.actor.Resolution;
import org.casus.reader.Reading;

/**
 * What became of a sentence: its reading, who its mentions are, how many actors it names, the events it gave, and for what gave
 * none, what was lacking.
 *
 * @param cast the actor of each of the reading's mentions, in their order, with the reasons
 */
public record SentenceReport(Reading reading, List<Resolution> cast, int actors, int events, List<String> lacks) {
    public SentenceReport {
        cast = List.copyOf(cast);
        lacks = List.copyOf(lacks);
    }
}
