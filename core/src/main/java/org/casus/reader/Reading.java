package org.casus.reader;

import java.util.List;
import org.casus.text.Sentence;

/**
 * What a reader found in a sentence. Mentions and triggers stand in the order of the text; relations and pairs point into them.
 *
 * @param pairs how probable an event is for each ordered pair of mentions that may have one; for `explain`
 * @param notes why the sentence or something in it was passed over, in words for people
 */
public record Reading(
        Sentence sentence,
        List<Mention> mentions,
        List<Trigger> triggers,
        List<Relation> relations,
        List<PairScore> pairs,
        List<String> notes) {
    public Reading {
        mentions = List.copyOf(mentions);
        triggers = List.copyOf(triggers);
        relations = List.copyOf(relations);
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /** The reading of a sentence that was passed over. */
    static Reading skipped(Sentence sentence, String note) {
        return new Reading(sentence, List.of(), List.of(), List.of(), List.of(), List.of(note));
    }
}
