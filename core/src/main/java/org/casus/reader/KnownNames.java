package org.casus.reader;

import java.util.List;
import org.casus.text.Sentence;

/** What others know of a sentence's names before it is read: the seam to the actor book, which stands right of this package. */
public interface KnownNames {
    Found in(Sentence sentence);

    /**
     * What is known of a sentence.
     *
     * @param names spans that surely name an actor, left to right
     * @param anyone false when nothing in the sentence can stand for an actor: it need not be read
     */
    record Found(List<Mention> names, boolean anyone) {
        public Found {
            names = List.copyOf(names);
        }
    }
}
