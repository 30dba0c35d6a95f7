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
        List<Hit> hits = index.find(sentence);
        return new Found(mentions(hits), hits.stream().anyMatch(BookNames::isActor));
    }

    /** The names among hits that tell who is meant: of countries, bodies and persons, without adjectives. */
    public static List<Mention> mentions(List<Hit> hits) {
        return hits.stream()
                .filter(BookNames::isActor)
                .filter(Hit::isIdentified)
                .filter(hit -> !isAdjective(hit))
                .map(hit -> new Mention(hit.first(), hit.end(), kind(hit)))
                .toList();
    }

    private static boolean isActor(Hit hit) {
        return !hit.is(Entry.NonActor.class);
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
