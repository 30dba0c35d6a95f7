package org.casus.actor;

import java.util.List;
import org.casus.reader.Kind;
import org.casus.reader.KnownNames;
import org.casus.reader.Mention;
import org.casus.text.Sentence;

/** What the actor book knows of a sentence's names before it is read. */
public final class BookNames implements KnownNames {
    private final ActorIndex index;

    public BookNames(ActorIndex index) {
        this.index = index;
    }

    @Override
    public Found in(Sentence sentence) {
        List<Hit> hits = index.find(sentence).stream()
                .filter(hit -> !hit.is(Entry.NonActor.class))
                .toList();
        List<Mention> names = hits.stream()
                .filter(Hit::isIdentified)
                .filter(hit -> !isAdjective(hit))
                .map(hit -> new Mention(hit.first(), hit.end(), kind(hit)))
                .toList();
        return new Found(names, !hits.isEmpty());
    }

    private static boolean isAdjective(Hit hit) {
        return hit.entries().stream()
                .allMatch(entry -> entry instanceof Entry.Country country && country.form() == Entry.Form.ADJECTIVE);
    }

    private static Kind kind(Hit hit) {
        if (hit.is(Entry.Country.class)) {
            return Kind.STATE;
        }
        return hit.is(Entry.Person.class) ? Kind.PERSON : Kind.ORG;
    }
}
