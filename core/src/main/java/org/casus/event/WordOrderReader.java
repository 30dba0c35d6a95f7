package org.casus.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.actor.ActorIndex;
import org.casus.actor.Hit;
import org.casus.actor.MentionFinder;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.codebook.TriggerLexicon;
import org.casus.codebook.TriggerMatch;
import org.casus.codebook.TriggerPattern.Direction;
import org.casus.reader.Mention;
import org.casus.reader.Reader;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;
import org.casus.text.Pos;
import org.casus.text.PosTagger;
import org.casus.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sentence by its triggers and word order: who stands before the verb, who after it, is it passive, what preposition
 * comes between. The method of the dictionary coders (TABARI, PETRARCH), on part-of-speech tags instead of a full parse.
 */
public final class WordOrderReader implements Reader {
    /** Types that are words about another deed: what follows in their infinitive or object is asked, promised or blamed, not done. */
    private static final Set<EventType> SPEECH = EnumSet.of(
            EventType.AGREE,
            EventType.REQUEST,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.THREATEN,
            EventType.SUPPORT,
            EventType.CONCEDE);

    private final ActorIndex index;
    private final TriggerLexicon lexicon;
    private final PosTagger tagger;
    private final MentionFinder finder = new MentionFinder();

    public WordOrderReader(ActorIndex index, TriggerLexicon lexicon, PosTagger tagger) {
        this.index = index;
        this.lexicon = lexicon;
        this.tagger = tagger;
    }

    @Override
    public Reading read(Sentence sentence) {
        List<Hit> hits = index.find(sentence);
        if (hits.isEmpty()) {
            return empty(sentence, "no actor");
        }
        List<TriggerMatch> matches = lexicon.find(sentence);
        if (matches.isEmpty()) {
            return empty(sentence, "no trigger");
        }
        List<Pos> tags = tagger.tag(sentence);
        Parse parse = new Parse(sentence, tags, finder.find(sentence, tags, hits));
        List<TriggerMatch> triggers = TriggerSelector.select(parse, matches);
        return new Work(parse, triggers).reading();
    }

    private static Reading empty(Sentence sentence, String note) {
        return new Reading(sentence, List.of(), List.of(), List.of(), List.of(note));
    }

    /** Who does it and to whom it is done, by the numbers of their mentions. */
    private record Roles(List<Integer> sources, List<Integer> targets, boolean mutual, boolean inherited) {}

    /** One sentence in work. */
    private static final class Work {
        private final Parse parse;
        private final List<TriggerMatch> matches;
        private final StatusFinder status;
        private final List<Relation> relations = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Work(Parse parse, List<TriggerMatch> matches) {
            this.parse = parse;
            this.matches = matches;
            this.status = new StatusFinder(parse);
        }

        Reading reading() {
            List<Trigger> triggers = new ArrayList<>();
            for (int i = 0; i < matches.size(); i++) {
                TriggerMatch match = matches.get(i);
                triggers.add(new Trigger(
                        match.first(),
                        endOfWords(match),
                        match.first(),
                        match.pattern().code()));
                relate(i, match);
            }
            if (parse.mentions.isEmpty()) {
                notes.add("no actor");
            }
            return new Reading(parse.sentence, parse.mentions, triggers, relations, notes);
        }

        /** Where the words that say it end: before an actor that the pattern runs around ("granted | Morales asylum"). */
        private int endOfWords(TriggerMatch match) {
            for (int t = match.first() + 1; t < match.end(); t++) {
                if (parse.mentionAt(t) >= 0) {
                    return t;
                }
            }
            return match.end();
        }

        private void relate(int number, TriggerMatch match) {
            boolean noun = TriggerSelector.isNoun(parse, match);
            Roles roles = noun ? ofNoun(match) : ofVerb(match);
            String words = parse.sentence.textOf(match.first(), endOfWords(match));
            if (roles.sources().isEmpty()) {
                notes.add("\"" + words + "\": no actor that does it");
                return;
            }
            if (roles.inherited() && isComplement(number)) {
                notes.add("\"" + words + "\": asked, promised or said, not done");
                return;
            }
            Status found = status.of(match.first(), noun);
            double confidence = confidence(match, noun, roles);
            if (roles.targets().isEmpty()) {
                if (roles.mutual() && roles.sources().size() > 1) {
                    addPairs(roles.sources(), number, found, confidence);
                } else {
                    for (int source : roles.sources()) {
                        relations.add(new Relation(source, Relation.NONE, number, false, found, confidence - 0.1));
                    }
                }
                return;
            }
            for (int source : roles.sources()) {
                for (int target : roles.targets()) {
                    if (source != target) {
                        relations.add(new Relation(source, target, number, roles.mutual(), found, confidence));
                    }
                }
            }
        }

        private void addPairs(List<Integer> group, int trigger, Status found, double confidence) {
            for (int i = 0; i < group.size(); i++) {
                for (int k = i + 1; k < group.size(); k++) {
                    relations.add(new Relation(group.get(i), group.get(k), trigger, true, found, confidence));
                }
            }
        }

        private static double confidence(TriggerMatch match, boolean noun, Roles roles) {
            double confidence = noun ? 0.5 : 0.6;
            confidence += Math.min(0.2, 0.1 * (match.pattern().weight() - 1));
            return roles.inherited() ? confidence - 0.1 : confidence;
        }

        private Roles ofVerb(TriggerMatch match) {
            int verb = match.first();
            boolean passive = parse.isPassive(verb);
            List<Integer> subject = parse.subject(verb);
            boolean inherited = isInherited(verb);
            Direction direction = match.pattern().direction();
            if (passive) {
                List<Integer> agent = parse.agent(verb + 1);
                if (direction == Direction.MUTUAL) {
                    return new Roles(subject, agent, true, inherited);
                }
                // "was accused by X of", "were met by": the subject of a passive has it done to it
                return direction == Direction.BACKWARD
                        ? new Roles(subject, agent, false, inherited)
                        : new Roles(agent, subject, false, inherited);
            }
            return directed(direction, subject, object(match), inherited);
        }

        /** An actor between the words of the trigger itself: "accused | Iran | of". */
        private List<Integer> inside(TriggerMatch match) {
            for (int t = match.first() + 1; t < match.end(); t++) {
                if (parse.mentionAt(t) >= 0 && !parse.isOwn(parse.mentionAt(t))) {
                    return parse.coordinatedRight(parse.mentionAt(t));
                }
            }
            return List.of();
        }

        private boolean isInherited(int verb) {
            int start = parse.groupStart(verb);
            return parse.word(start).equals("to")
                    || parse.word(start - 1).equals("to")
                    || (parse.word(verb).endsWith("ing") && parse.tag(start - 1) == Pos.ADP);
        }

        private static List<Integer> without(List<Integer> mentions, List<Integer> others) {
            return mentions.stream()
                    .filter(mention -> !others.contains(mention))
                    .toList();
        }

        private Roles ofNoun(TriggerMatch match) {
            int noun = match.first();
            List<Integer> owner = owner(noun);
            List<Integer> agent = parse.agent(match.end());
            List<Integer> object = object(match);
            boolean between = parse.word(match.end()).equals("between")
                    || parse.word(match.end() - 1).equals("between");
            if (between) {
                return new Roles(object, List.of(), true, false);
            }
            List<Integer> source = !agent.isEmpty() ? agent : owner;
            boolean inherited = false;
            if (source.isEmpty()) {
                int verb = parse.verbBefore(noun);
                if (verb >= 0 && noun - verb <= 6) {
                    source = parse.subject(verb);
                    inherited = true;
                }
            }
            return directed(match.pattern().direction(), source, object, inherited);
        }

        /** Whose deed a noun is: "Turkey's attack", "the Turkish attack". */
        private List<Integer> owner(int noun) {
            for (int t = noun - 1; t >= Math.max(0, noun - 4); t--) {
                int mention = parse.mentionAt(t);
                if (mention >= 0) {
                    return parse.coordinatedLeft(mention);
                }
                boolean phrase = parse.tag(t) == Pos.ADJ
                        || parse.tag(t).isNominal()
                        || parse.word(t).equals("'s")
                        || parse.word(t).equals("-")
                        || parse.tag(t) == Pos.NUM;
                if (!phrase) {
                    return List.of();
                }
            }
            return List.of();
        }

        /** Subject and object turned the way in which the trigger runs; who does it cannot be the one it is done to. */
        private static Roles directed(
                Direction direction, List<Integer> subject, List<Integer> object, boolean inherited) {
            List<Integer> others = without(object, subject);
            return switch (direction) {
                case FORWARD -> new Roles(subject, others, false, inherited);
                case BACKWARD -> new Roles(others, subject, false, inherited);
                case MUTUAL -> new Roles(subject, others, true, inherited);
            };
        }

        /** The actor inside the trigger's own words, else the one that follows it. */
        private List<Integer> object(TriggerMatch match) {
            List<Integer> inside = inside(match);
            return inside.isEmpty() ? parse.object(match.end()) : inside;
        }

        /** True when an earlier trigger of speech governs this one: "threatened | to attack", "called for | the release". */
        private boolean isComplement(int number) {
            TriggerMatch inner = matches.get(number);
            for (int i = number - 1; i >= 0; i--) {
                TriggerMatch outer = matches.get(i);
                boolean speech = SPEECH.contains(outer.pattern().code().type());
                if (speech && !broken(outer.first() + 1, inner.first())) {
                    return true;
                }
            }
            return false;
        }

        private boolean broken(int from, int to) {
            for (int t = from; t < to; t++) {
                boolean newClause =
                        parse.word(t).equals(";") || (parse.word(t).equals(",") && parse.tag(t + 1) == Pos.CCONJ);
                if (newClause) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How a pair of marked actors relates: the trigger that best explains it. */
    public record PairReading(TriggerMatch match, Status status, double confidence) {}

    /**
     * Relates two marked spans of a sentence, of which it is known that the first does something to the second. Of all
     * triggers the one wins that word order ties to the pair best; empty when the sentence has none.
     *
     * @param target null where the deed has no target
     */
    public Optional<PairReading> relate(Sentence sentence, Mention source, @Nullable Mention target) {
        List<Pos> tags = tagger.tag(sentence);
        List<Mention> mentions = target == null
                ? List.of(source)
                : source.first() < target.first() ? List.of(source, target) : List.of(target, source);
        Parse parse = new Parse(sentence, tags, mentions);
        PairReading best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (TriggerMatch match : TriggerSelector.select(parse, lexicon.find(sentence))) {
            double score = PairScore.of(parse, match, source, target);
            if (score > bestScore) {
                boolean noun = TriggerSelector.isNoun(parse, match);
                Status status = new StatusFinder(parse).of(match.first(), noun);
                best = new PairReading(match, status, Math.max(0, Math.min(1, score)));
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }
}
