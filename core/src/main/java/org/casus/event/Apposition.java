package org.casus.event;

import java.util.List;
import org.casus.reader.Kind;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.text.Sentence;

/** "His Turkish colleague, Ahmet Davutoglu": two mentions of a person with nothing but a comma between them are one. */
final class Apposition {
    private Apposition() {}

    /** True where two mentions of a sentence stand side by side and are of one kind; the order is free. */
    static boolean isBeside(Sentence sentence, List<Mention> mentions, int one, int other) {
        Mention left = mentions.get(Math.min(one, other));
        Mention right = mentions.get(Math.max(one, other));
        return left.kind() == right.kind()
                && right.first() == left.end() + 1
                && sentence.tokens().get(left.end()).text().equals(",");
    }

    /** True where the two sides of a relation are one person, who does nothing to himself. */
    static boolean isOne(Reading reading, Relation relation) {
        List<Mention> mentions = reading.mentions();
        return relation.target() != Relation.NONE
                && mentions.get(relation.source()).kind() == Kind.PERSON
                && isBeside(reading.sentence(), mentions, relation.source(), relation.target());
    }
}
