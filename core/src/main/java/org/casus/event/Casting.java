package org.casus.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.actor.Actor;
import org.casus.actor.ActorIndex;
import org.casus.actor.ActorResolver;
import org.casus.actor.BookNames;
import org.casus.actor.Hit;
import org.casus.actor.Resolution;
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
    record Cast(List<List<Resolution>> mentions, @Nullable String home) {}

    Cast cast(List<Reading> readings, @Nullable LocalDate published, @Nullable String dateline) {
        Coreference known = new Coreference();
        List<List<Resolution>> actors = new ArrayList<>();
        for (Reading reading : readings) {
            List<Resolution> all = actors(reading, published, known);
            actors.add(reading.mentions().isEmpty() ? List.of() : all);
        }
        return new Cast(actors, known.mostlyOf().orElse(dateline));
    }

    /** The actors of a sentence; of one that was passed over, those whose names are known: what follows may mean them. */
    private List<Resolution> actors(Reading reading, @Nullable LocalDate published, Coreference known) {
        Sentence sentence = reading.sentence();
        List<Hit> hits = index.find(sentence);
        List<Mention> mentions = reading.mentions().isEmpty() ? BookNames.mentions(hits) : reading.mentions();
        List<Resolution> alone = mentions.stream()
                .map(mention -> resolver.resolve(sentence, hits, mention.first(), mention.end(), published))
                .toList();
        List<Actor> own = alone.stream().map(Resolution::actor).toList();
        List<Actor> inArticle = known.resolve(sentence, mentions, own);
        return IntStream.range(0, own.size())
                .mapToObj(m -> completed(alone.get(m), inArticle.get(m)))
                .toList();
    }

    private static Resolution completed(Resolution alone, Actor inArticle) {
        if (alone.actor().equals(inArticle)) {
            return alone;
        }
        List<String> reasons = new ArrayList<>(alone.reasons());
        reasons.add("the rest by what the article said before");
        return new Resolution(inArticle, reasons);
    }
}
