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

/**
 * Finds who plays in an article: what each mention means by itself, then by what the article said before.
 */
final class Casting {
    private final ActorIndex index;
    private final ActorResolver resolver;
    private final BookNames names;

    Casting(ActorIndex index, ActorResolver resolver) {
        this.index = index;
        this.resolver = resolver;
        this.names = new BookNames(index);
    }

    /**
     * The actors of every reading's mentions.
     *
     * @param home the country that the article is about: the one that most of its actors are of, else the one it is reported from
     */
    record Cast(List<List<Actor>> actors, @Nullable String home) {}

    Cast cast(List<Reading> readings, @Nullable LocalDate published, @Nullable String dateline) {
        List<Line> lines =
                readings.stream().map(reading -> line(reading, published)).toList();
        Coreference known = new Coreference();
        List<List<Actor>> actors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<Actor> all = known.resolve(line.sentence(), line.mentions(), line.own());
            actors.add(readings.get(i).mentions().isEmpty() ? List.of() : all);
        }
        return new Cast(actors, known.mostlyOf().orElse(dateline));
    }

    /** A sentence with its mentions and what they mean by themselves; of one that was passed over, the names that are known. */
    private record Line(Sentence sentence, List<Mention> mentions, List<Actor> own) {}

    private Line line(Reading reading, @Nullable LocalDate published) {
        Sentence sentence = reading.sentence();
        List<Mention> mentions =
                reading.mentions().isEmpty() ? names.in(sentence).names() : reading.mentions();
        List<Hit> hits = mentions.isEmpty() ? List.of() : index.find(sentence);
        List<Actor> own = mentions.stream()
                .map(mention -> resolver.resolve(sentence, hits, mention.first(), mention.end(), published)
                        .actor())
                .toList();
        return new Line(sentence, mentions, own);
    }
}
