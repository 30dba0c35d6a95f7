package org.casus.reader;

import java.util.List;
import org.casus.text.Sentence;

/**
 * What a reader found in a sentence. Mentions and triggers stand in the order of the text; relations point into them.
 *
 * @param notes why something near was not made a relation, in words for people; for `--explain`
 */
public record Reading(
        Sentence sentence,
        List<Mention> mentions,
        List<Trigger> triggers,
        List<Relation> relations,
        List<String> notes) {
    public Reading {
        mentions = List.copyOf(mentions);
        triggers = List.copyOf(triggers);
        relations = List.copyOf(relations);
        notes = List.copyOf(notes);
    }
}
