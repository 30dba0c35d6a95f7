package org.casus.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.Casus;
import org.casus.codebook.EventType;
import org.casus.eval.TrainingSentence.Right;
import org.casus.eval.TrainingSentence.Span;
import org.casus.reader.Kind;
import org.casus.reader.LearnedReader.Deed;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.text.Sentence;
import org.jspecify.annotations.Nullable;

/** How the reader reads sentences of the project's own: mentions, triggers, whole events, and codes and status of given pairs. */
public final class SentenceFigures {
    private final Casus casus;
    private final Counts mentions = new Counts();
    private final Counts triggers = new Counts();
    private final Counts events = new Counts();
    private final Counts overlappingEvents = new Counts();
    private final Counts plainEvents = new Counts();
    private final Counts plainOverlappingEvents = new Counts();
    private final Counts codes = new Counts();
    private final Counts statuses = new Counts();
    private final Map<String, Counts> perStatus = new TreeMap<>();
    private final Map<EventType, Counts> perType = new TreeMap<>();
    private final PairFigures types = new PairFigures();
    private final List<Told> told = new ArrayList<>();
    private int eventless;
    private int disturbed;

    public SentenceFigures(Casus casus) {
        this.casus = casus;
    }

    /** A relation that was told, how sure the reader was, and whether it was right; for the reliability of confidence. */
    public record Told(double confidence, boolean right) {}

    /** An event as spans of tokens and a type; the target is null where there is none. */
    private record Event(
            Span source, EventType type, @Nullable Span target) {}

    /** Reads a sentence and compares. */
    public void add(TrainingSentence gold) {
        Sentence sentence = casus.splitter().single(gold.text());
        List<Span> spans =
                gold.mentions().stream().map(span -> tokens(sentence, span)).toList();
        Reading reading = casus.reader().readAnyway(sentence);
        Set<Span> found = new HashSet<>();
        reading.mentions().forEach(mention -> found.add(span(mention)));
        mentions.add(found, new HashSet<>(spans));
        addTriggers(gold, sentence, reading);
        Set<Event> wanted = right(gold, spans);
        Set<Event> given = new HashSet<>();
        for (Relation relation : reading.relations()) {
            Set<Event> both = events(reading, relation);
            told.add(new Told(relation.confidence(), wanted.containsAll(both)));
            given.addAll(both);
        }
        Set<Event> overlapping = given.stream()
                .map(event -> new Event(
                        marked(event.source(), spans),
                        event.type(),
                        event.target() == null ? null : marked(event.target(), spans)))
                .collect(Collectors.toSet());
        events.add(given, wanted);
        overlappingEvents.add(overlapping, wanted);
        if (gold.isPlain()) {
            plainEvents.add(given, wanted);
            plainOverlappingEvents.add(overlapping, wanted);
        }
        for (EventType type : EventType.values()) {
            perType.computeIfAbsent(type, key -> new Counts()).add(of(type, given), of(type, wanted));
        }
        if (wanted.isEmpty()) {
            eventless++;
            disturbed += given.isEmpty() ? 0 : 1;
        }
        addPairs(gold, sentence, spans);
    }

    private void addTriggers(TrainingSentence gold, Sentence sentence, Reading reading) {
        List<Span> wanted =
                gold.triggers().stream().map(span -> tokens(sentence, span)).toList();
        List<Span> given = reading.triggers().stream()
                .map(trigger -> new Span(trigger.first(), trigger.end()))
                .toList();
        int right = (int) given.stream()
                .filter(span -> wanted.stream().anyMatch(other -> overlap(span, other)))
                .count();
        triggers.add(right, given, wanted);
    }

    /** Type, code and status of pairs that have one relation, given their mentions. */
    private void addPairs(TrainingSentence gold, Sentence sentence, List<Span> spans) {
        for (Right right : gold.relations()) {
            boolean only = gold.relations().stream()
                            .filter(other -> other.source() == right.source() && other.target() == right.target())
                            .count()
                    == 1;
            if (!only) {
                continue;
            }
            Deed deed = casus.reader()
                    .relate(
                            sentence,
                            mention(spans.get(right.source())),
                            right.target() == Relation.NONE ? null : mention(spans.get(right.target())));
            types.add(type(right).name(), String.valueOf(deed.code().type()));
            codes.add(prefix(deed.code().code()).equals(prefix(right.code())));
            statuses.add(deed.status().label().equals(right.status()));
            for (String status : List.of("actual", "planned", "denied", "possible")) {
                boolean given = deed.status().label().equals(status);
                boolean wanted = right.status().equals(status);
                perStatus
                        .computeIfAbsent(status, key -> new Counts())
                        .add(given ? Set.of(0) : Set.of(), wanted ? Set.of(0) : Set.of());
            }
        }
    }

    private EventType type(Right right) {
        return Objects.requireNonNull(casus.codebook().code(right.code()).type());
    }

    private static String prefix(String code) {
        return code.substring(0, 3);
    }

    private Set<Event> right(TrainingSentence gold, List<Span> spans) {
        Set<Event> events = new HashSet<>();
        for (Right right : gold.relations()) {
            Span source = spans.get(right.source());
            Span target = right.target() == Relation.NONE ? null : spans.get(right.target());
            events.add(new Event(source, type(right), target));
            if (right.mutual() && target != null) {
                events.add(new Event(target, type(right), source));
            }
        }
        return events;
    }

    private static Set<Event> events(Reading reading, Relation relation) {
        EventType type = Objects.requireNonNull(relation.code().type());
        Span source = span(reading.mentions().get(relation.source()));
        if (relation.target() == Relation.NONE) {
            return Set.of(new Event(source, type, null));
        }
        Span target = span(reading.mentions().get(relation.target()));
        Event event = new Event(source, type, target);
        return relation.mutual() ? Set.of(event, new Event(target, type, source)) : Set.of(event);
    }

    private static Set<Event> of(EventType type, Set<Event> events) {
        Set<Event> kept = new HashSet<>(events);
        kept.removeIf(event -> event.type() != type);
        return kept;
    }

    private static Span span(Mention mention) {
        return new Span(mention.first(), mention.end());
    }

    private static Mention mention(Span span) {
        return new Mention(span.start(), span.end(), Kind.ORG);
    }

    private static boolean overlap(Span a, Span b) {
        return shared(a, b) > 0;
    }

    private static int shared(Span a, Span b) {
        return Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    }

    /** The marked mention that shares most words with a found one; the found one itself where none shares any. */
    private static Span marked(Span found, List<Span> marked) {
        return marked.stream()
                .filter(span -> overlap(span, found))
                .max(Comparator.comparingInt(span -> shared(span, found)))
                .orElse(found);
    }

    /** The tokens that a place in the text touches. */
    private static Span tokens(Sentence sentence, Span place) {
        return span(Mention.at(sentence, place.start(), place.end(), Kind.ORG));
    }

    public Counts mentions() {
        return mentions;
    }

    /** By overlap: a trigger that shares a word with a right one is right. */
    public Counts triggers() {
        return triggers;
    }

    /** Source, type and target, all exact. */
    public Counts events() {
        return events;
    }

    /** The same where a found mention need only share words with the marked one. */
    public Counts overlappingEvents() {
        return overlappingEvents;
    }

    /** {@link #events()} of the sentences in the plain register. */
    public Counts plainEvents() {
        return plainEvents;
    }

    /** {@link #overlappingEvents()} of the sentences in the plain register. */
    public Counts plainOverlappingEvents() {
        return plainOverlappingEvents;
    }

    public Map<EventType, Counts> perType() {
        return perType;
    }

    /** The type of given pairs. */
    public PairFigures types() {
        return types;
    }

    /** The three-digit CAMEO code of given pairs. */
    public Counts codes() {
        return codes;
    }

    public Counts statuses() {
        return statuses;
    }

    public Map<String, Counts> perStatus() {
        return perStatus;
    }

    public List<Told> told() {
        return told;
    }

    /** How many sentences hold no event. */
    public int eventless() {
        return eventless;
    }

    /** In how many of them one was invented. */
    public int disturbed() {
        return disturbed;
    }
}
