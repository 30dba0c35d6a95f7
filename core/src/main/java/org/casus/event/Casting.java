package org.casus.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.actor.Actor;
import org.casus.actor.ActorIndex;
import org.casus.actor.ActorResolver;
import org.casus.actor.BookNames;
import org.casus.actor.Hit;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Finds who plays in an article: what each mention means by itself, then by what the article said before. */
final class Casting {
    private final ActorIndex index;
    private final ActorResolver resolver;

    Casting(ActorIndex index, ActorResolver resolver) {
        this.index = index;
        this.resolver = resolver;
    }

    /**
     * The actors of every reading's mentions.
     *
     * @param home the country that the article is about: the one that most of its actors are of, else the one it is reported from
     */
    record Cast(List<List<Actor>> actors, @Nullable String home) {}

    Cast cast(List<Reading> readings, @Nullable LocalDate published, @Nullable String dateline) {
        Coreference known = new Coreference();
        List<List<Actor>> actors = new ArrayList<>();
        for (Reading reading : readings) {
            List<Actor> all = actors(reading, published, known);
            actors.add(reading.mentions().isEmpty() ? List.of() : all);
        }
        return new Cast(actors, known.mostlyOf().orElse(dateline));
    }

    /** The actors of a sentence; of one that was passed over, those whose names are known: what follows may mean them. */
    private List<Actor> actors(Reading reading, @Nullable LocalDate published, Coreference known) {
        Sentence sentence = reading.sentence();
        List<Hit> hits = index.find(sentence);
        List<Mention> mentions = reading.mentions().isEmpty() ? BookNames.mentions(hits) : reading.mentions();
        List<Actor> own = mentions.stream()
                .map(mention -> resolver.resolve(sentence, hits, mention.first(), mention.end(), published)
                        .actor())
                .toList();
        return known.resolve(sentence, mentions, own);
    }
}
