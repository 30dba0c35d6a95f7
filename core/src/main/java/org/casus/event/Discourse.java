package org.casus.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.reader.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who an article has named so far, sentence by sentence, and who each sentence is about: the one who speaks in it, else the one it
 * names first. After Grosz, Joshi and Weinstein, "Centering" (Computational Linguistics 1995): a short form at the head of a
 * sentence takes up whom the sentence before was about.
 */
final class Discourse {
    /** A short form that reaches farther back is too doubtful. */
    private static final int FARTHEST = 3;

    private static final int NOBODY = -1;

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "lord",
            "lady",
            "dame",
            "comrade",
            "chief",
            "sheikh",
            "alhaji",
            "hon",
            "honourable",
            "prof",
            "professor",
            "gen",
            "col",
            "capt",
            "maj",
            "lt",
            "rev",
            "president",
            "king",
            "queen",
            "prince",
            "princess",
            "minister",
            "general",
            "colonel",
            "captain",
            "senator",
            "governor");

    /** Someone or something named at a place in the text; who is not known by country or name stands in the way of others. */
    record Named(Actor actor, Kind kind, Gender gender, Set<String> words) {
        static Named of(Actor actor, Kind kind) {
            Set<String> words = new HashSet<>(wordsOf(actor.text()));
            if (actor.name() != null) {
                words.addAll(wordsOf(actor.name()));
            }
            return new Named(actor, kind, Gender.of(actor.text()), words);
        }

        private Named as(Gender other) {
            return new Named(actor, kind, other, words);
        }
    }

    /** A sentence's named ones in order. */
    private static final class Line {
        final List<Named> named = new ArrayList<>();

        /** The number of the one who speaks, or {@link #NOBODY}. */
        int speaker = NOBODY;

        @Nullable
        Named speaker() {
            return speaker == NOBODY ? null : named.get(speaker);
        }
    }

    private final List<Line> lines = new ArrayList<>();

    /** A new sentence begins. */
    void open() {
        lines.add(new Line());
    }

    void add(Named named) {
        current().named.add(named);
    }

    /** Which of those named in the sentence at hand speaks. */
    void speaks(int speaker) {
        current().speaker = speaker;
    }

    private Line current() {
        return lines.get(lines.size() - 1);
    }

    /**
     * Whom a pronoun means: in its own sentence the first that fits, since that is mostly its subject; else whom the sentences before
     * were about.
     */
    Optional<Actor> pronoun(Set<Kind> kinds, Gender gender) {
        for (int back = 0; back <= FARTHEST && back < lines.size(); back++) {
            int at = lines.size() - 1 - back;
            Line line = lines.get(at);
            Named speaker = back == 0 ? null : line.speaker();
            Stream<Named> order = Stream.concat(Stream.ofNullable(speaker), line.named.stream());
            Optional<Named> found = order.filter(named -> kinds.contains(named.kind()))
                    .filter(named -> named.gender().fits(gender))
                    .findFirst();
            if (found.isPresent()) {
                if (gender != Gender.OPEN) {
                    remember(found.get(), gender);
                }
                return found.map(Named::actor).filter(actor -> actor.isIdentified() || actor.role() != null);
            }
        }
        return Optional.empty();
    }

    /** Who was once "she" stays so. */
    private void remember(Named known, Gender gender) {
        for (Line line : lines) {
            line.named.replaceAll(named ->
                    named.gender() == Gender.OPEN && named.actor().equals(known.actor()) ? named.as(gender) : named);
        }
    }

    /** Who speaks in the sentence at hand or, in a quotation that goes on, spoke in those before it. */
    Optional<Actor> speaker() {
        for (int back = 0; back <= FARTHEST && back < lines.size(); back++) {
            Named speaker = lines.get(lines.size() - 1 - back).speaker();
            if (speaker != null) {
                return Optional.of(speaker.actor()).filter(Actor::isIdentified);
            }
        }
        return Optional.empty();
    }

    /** The last person whose name has all the words of a shorter one: "Frank" after "Timi Frank". */
    Optional<Actor> bearer(String name) {
        Set<String> words = new HashSet<>(wordsOf(name));
        words.removeAll(TITLES);
        return words.isEmpty()
                ? Optional.empty()
                : last(named -> named.kind() == Kind.PERSON && named.words().containsAll(words));
    }

    /** The last one named that fits and is known by country or name. */
    Optional<Actor> last(Predicate<Named> fits) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            List<Named> named = lines.get(at).named;
            for (int i = named.size() - 1; i >= 0; i--) {
                if (named.get(i).actor().isIdentified() && fits.test(named.get(i))) {
                    return Optional.of(named.get(i).actor());
                }
            }
        }
        return Optional.empty();
    }

    static List<String> wordsOf(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+", -1))
                .filter(word -> word.length() > 1)
                .toList();
    }
}
