package org.casus.event;

import java.util.List;
import org.casus.reader.Reading;

/**
 * What became of a sentence: its reading, how many actors it names, the events it gave, and for what gave none, what was lacking.
 */
public record SentenceReport(Reading reading, int actors, int events, List<String> lacks) {
    public SentenceReport {
        lacks = List.copyOf(lacks);
    }
}
