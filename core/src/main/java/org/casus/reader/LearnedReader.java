package org.casus.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.codebook.TriggerLexicon;
import org.casus.codebook.TriggerMatch;
import org.casus.reader.Network.Encoded;
import org.casus.reader.Network.Related;
import org.casus.reader.PairScore.TypeChance;
import org.casus.text.Sentence;
import org.casus.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sentence by a small neural encoder, once: the encoder tags mentions and triggers, then two heads judge every ordered pair
 * of mentions, one by what the pair looks at, one trigger by trigger. An event is told when both together are sure enough.
 *
 * <pre>{@code
 * Reader reader = new LearnedReader(ModelFile.bundled(), codebook, lexicon, names);
 * reader.read(sentence).relations();
 * }</pre>
 */
public final class LearnedReader implements Reader {
    private static final int MOST_MENTIONS = 24;
    private static final int MOST_TRIGGERS = 16;
    private static final int BEST_TYPES = 3;
    /** Pairs less likely to have an event are nobody's question. */
    private static final double WORTH_SHOWING = 0.1;
    /** Upper bounds of how far, in pieces, a target begins behind its source; as training/reader/batches.py has them. */
    private static final int[] DISTANCES = {-40, -20, -10, -5, -2, 0, 3, 6, 11, 21, 41};

    private static final int NOBODY_AWAY = 13;
    /** In place of a trigger: none. */
    private static final int ALONE = -1;

    private final Manifest manifest;
    private final Network network;
    private final WordPieces words;
    private final CodeChooser codes;
    private final KnownNames names;
    private final TriggerWords triggerWords = TriggerWords.bundled();

    public LearnedReader(ModelFile model, Codebook codebook, TriggerLexicon lexicon, KnownNames names) {
        this.manifest = model.manifest();
        this.network = model.network();
        this.words = model.wordPieces();
        this.codes = new CodeChooser(codebook, lexicon, manifest.codes());
        this.names = names;
    }

    @Override
    public Reading read(Sentence sentence) {
        KnownNames.Found known = names.in(sentence);
        if (!known.anyone()) {
            return Reading.skipped(sentence, "no actor");
        }
        if (!triggerWords.anyIn(sentence)) {
            return Reading.skipped(sentence, "no trigger");
        }
        return read(sentence, known.names(), codes.matches(sentence));
    }

    /** Reads a sentence also where no name of the book and no word of a trigger is in it. */
    public Reading readAnyway(Sentence sentence) {
        return read(sentence, names.in(sentence).names(), codes.matches(sentence));
    }

    private Reading read(Sentence sentence, List<Mention> known, List<TriggerMatch> matches) {
        SentencePieces pieces = new SentencePieces(sentence, words);
        Encoded encoded = network.encode(pieces.ids());
        List<Mention> mentions = mentions(sentence, encoded, pieces, known);
        List<Trigger> triggers = triggers(encoded, pieces);
        if (mentions.isEmpty() || triggers.isEmpty()) {
            List<String> note = List.of(mentions.isEmpty() ? "no actor" : "no trigger");
            return new Reading(sentence, mentions, triggers, List.of(), List.of(), note);
        }
        return new Work(sentence, pieces, encoded, mentions, triggers, matches).reading();
    }

    /**
     * What one span of a sentence does to another, of which it is known that it does something.
     *
     * @param trigger the words that say so; where no trigger was found, the word that the reader looked at most
     * @param confidence the probability of the type
     */
    public record Deed(CameoCode code, Status status, Trigger trigger, double confidence) {}

    /**
     * Relates two marked spans of a sentence.
     *
     * @param target null where the deed has no target
     */
    public Deed relate(Sentence sentence, Mention source, @Nullable Mention target) {
        SentencePieces pieces = new SentencePieces(sentence, words);
        Encoded encoded = network.encode(pieces.ids());
        List<Mention> mentions = target == null ? List.of(source) : List.of(source, target);
        List<TriggerMatch> matches = codes.matches(sentence);
        return new Work(sentence, pieces, encoded, mentions, triggers(encoded, pieces), matches).deed();
    }

    private List<Mention> mentions(Sentence sentence, Encoded encoded, SentencePieces pieces, List<Mention> known) {
        List<Mention> found = new ArrayList<>();
        for (Tags.Span span : Tags.mentions(encoded.mentionTags(), pieces)) {
            found.add(new Mention(
                    startOfAddress(sentence, pieces.firstToken(span.first())),
                    closed(sentence, pieces.firstToken(span.first()), pieces.lastToken(span.end() - 1) + 1),
                    manifest.kinds().get(span.kind())));
        }
        for (Mention mention : known) {
            boolean free = found.stream().noneMatch(mention::overlaps);
            if (free && pieces.of(mention.first(), mention.end()) != null) {
                found.add(mention);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Mention::first).thenComparingInt(Mention::end))
                .limit(MOST_MENTIONS)
                .toList();
    }

    /** "az" of "News.az" is not Azerbaijan: a mention does not begin inside an address. */
    private static int startOfAddress(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        int first = token;
        while (first >= 1
                && tokens.get(first - 1).end() == tokens.get(first).start()
                && (tokens.get(first - 1).text().endsWith(".")
                        || tokens.get(first).text().startsWith("."))) {
            first--;
        }
        return first;
    }

    /** The end of a mention with the bracket that closes one opened inside it: "the Democratic Party (DTP)". */
    private static int closed(Sentence sentence, int first, int end) {
        List<Token> tokens = sentence.tokens();
        boolean open = false;
        for (int t = first; t < end; t++) {
            open = (open || tokens.get(t).text().equals("("))
                    && !tokens.get(t).text().equals(")");
        }
        return open && end < tokens.size() && tokens.get(end).text().equals(")") ? end + 1 : end;
    }

    private static List<Trigger> triggers(Encoded encoded, SentencePieces pieces) {
        return Tags.triggers(encoded.triggerTags(), pieces).stream()
                .map(span -> new Trigger(pieces.firstToken(span.first()), pieces.lastToken(span.end() - 1) + 1))
                .limit(MOST_TRIGGERS)
                .toList();
    }

    private record Pair(int source, int target) {}

    /** One sentence in work: its pairs and triples put to the network, and what that answers read. */
    private final class Work {
        private final Sentence sentence;
        private final SentencePieces pieces;
        private final List<Mention> mentions;
        private final List<Trigger> triggers;
        private final List<TriggerMatch> matches;
        private final List<Pair> pairs = new ArrayList<>();
        private final Related said;
        private final double[][] pairEvents;
        private final double[][] tripleEvents;
        private final int[] bestTriggers;

        Work(
                Sentence sentence,
                SentencePieces pieces,
                Encoded encoded,
                List<Mention> mentions,
                List<Trigger> triggers,
                List<TriggerMatch> matches) {
            this.sentence = sentence;
            this.pieces = pieces;
            this.mentions = mentions;
            this.triggers = triggers;
            this.matches = matches;
            for (int source = 0; source < mentions.size(); source++) {
                for (int target = Relation.NONE; target < mentions.size(); target++) {
                    if (source != target) {
                        pairs.add(new Pair(source, target));
                    }
                }
            }
            this.said = ask(encoded);
            this.pairEvents = chances(said.pairEvent());
            this.tripleEvents = chances(said.tripleEvent());
            this.bestTriggers =
                    IntStream.range(0, pairs.size()).map(this::bestTrigger).toArray();
        }

        private Related ask(Encoded encoded) {
            int[][] spans = mentions.stream()
                    .map(mention -> span(mention.first(), mention.end()))
                    .toArray(int[][]::new);
            int[][] said = triggers.stream()
                    .map(trigger -> span(trigger.first(), trigger.end()))
                    .toArray(int[][]::new);
            int[][] asked = new int[pairs.size()][];
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                boolean nobody = pair.target() == Relation.NONE;
                int target = nobody ? mentions.size() : pair.target();
                int away = nobody ? NOBODY_AWAY : distance(spans[pair.target()][0] - spans[pair.source()][0]);
                asked[i] = new int[] {pair.source(), target, away};
            }
            int[][] triples = new int[triggers.size() * pairs.size()][];
            for (int k = 0; k < triggers.size(); k++) {
                for (int i = 0; i < asked.length; i++) {
                    triples[k * asked.length + i] = new int[] {k, asked[i][0], asked[i][1], asked[i][2]};
                }
            }
            return network.relate(encoded, spans, said, asked, triples);
        }

        private int[] span(int first, int end) {
            int[] span = pieces.of(first, end);
            return span == null ? new int[] {0, 1} : span;
        }

        Reading reading() {
            Map<String, Relation> best = new LinkedHashMap<>();
            for (int i = 0; i < pairs.size(); i++) {
                for (int k = 0; k < triggers.size(); k++) {
                    View view = new View(i, k);
                    if (confidence(i, k, 1) >= manifest.calibration().threshold()) {
                        Relation relation = relation(i, k, view);
                        if (relation.confidence() >= manifest.calibration().threshold()) {
                            best.merge(key(relation), relation, (a, b) -> a.confidence() >= b.confidence() ? a : b);
                        }
                    }
                }
            }
            List<Relation> relations = List.copyOf(best.values());
            List<String> notes = relations.isEmpty() ? List.of(lack()) : List.of();
            return new Reading(sentence, mentions, triggers, relations, scores(), notes);
        }

        /** Why no relation was told. */
        private String lack() {
            int nearest = IntStream.range(0, pairs.size())
                    .boxed()
                    .max(Comparator.comparingDouble(this::event).thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            PairScore best = score(nearest);
            String target = best.target() == Relation.NONE ? "nobody" : "\"" + words(best.target()) + "\"";
            return String.format(
                    Locale.ROOT,
                    "not sure enough of an event: the nearest is \"%s\" → %s, %s, %.2f",
                    words(best.source()),
                    target,
                    best.types().get(0).type(),
                    best.event() * best.types().get(0).probability());
        }

        private String words(int mention) {
            return sentence.textOf(
                    mentions.get(mention).first(), mentions.get(mention).end());
        }

        /** A mutual relation is the same from either side. */
        private static String key(Relation relation) {
            int a = relation.source();
            int b = relation.target();
            boolean turned = relation.mutual() && b < a;
            return (turned ? b + " " + a : a + " " + b) + " " + relation.mutual() + " "
                    + relation.code().type();
        }

        /** The deed of the one pair that was asked for, event or not. */
        Deed deed() {
            int asked = pairs.indexOf(new Pair(0, mentions.size() > 1 ? 1 : Relation.NONE));
            int k = bestTriggers[asked];
            Trigger trigger = k == ALONE ? new Trigger(lookedAt(asked), lookedAt(asked) + 1) : triggers.get(k);
            View view = new View(asked, k);
            double[] types = view.types();
            return new Deed(code(view, types, trigger), status(view), trigger, types[Scores.best(types)]);
        }

        /** The trigger that fits a pair best; {@link #ALONE} where there is none. */
        private int bestTrigger(int pair) {
            int best = triggers.isEmpty() ? ALONE : 0;
            for (int k = 1; k < triggers.size(); k++) {
                best = byTrigger(pair, k)[0] < byTrigger(pair, best)[0] ? k : best;
            }
            return best;
        }

        private double[] byTrigger(int pair, int trigger) {
            return tripleEvents[trigger * pairs.size() + pair];
        }

        /** The probability that a pair has an event, by the trigger that fits it best. */
        private double event(int pair) {
            return 1 - new View(pair, bestTriggers[pair]).event()[0];
        }

        /**
         * What both heads think of a pair and a trigger, as probabilities. The pair's own view of what is done counts for the trigger
         * that fits it best, and where there is no trigger ({@link #ALONE}).
         */
        private final class View {
            private final int pair;
            private final int trigger;

            View(int pair, int trigger) {
                this.pair = pair;
                this.trigger = trigger;
            }

            double[] event() {
                double[] own = pairEvents[pair];
                return trigger == ALONE ? own : mean(own, byTrigger(pair, trigger));
            }

            double[] types() {
                return both(said.pairType(), said.triggerType());
            }

            double[] codes() {
                return both(said.pairCode(), said.triggerCode());
            }

            double[] statuses() {
                return both(said.pairStatus(), said.triggerStatus());
            }

            private double[] both(float[][] byPair, float[][] byTrigger) {
                if (trigger == ALONE) {
                    return Scores.softmax(byPair[pair]);
                }
                double[] other = Scores.softmax(byTrigger[trigger]);
                return trigger == bestTriggers[pair] ? mean(Scores.softmax(byPair[pair]), other) : other;
            }
        }

        private double confidence(int pair, int k, double typeByPair) {
            return manifest.calibration()
                    .confidence(
                            1 - pairEvents[pair][0],
                            1 - byTrigger(pair, k)[0],
                            typeByPair,
                            pairs.get(pair).target() != Relation.NONE);
        }

        private Relation relation(int pair, int k, View view) {
            boolean hasTarget = pairs.get(pair).target() != Relation.NONE;
            boolean mutual = hasTarget && view.event()[2] > view.event()[1];
            double[] types = view.types();
            return new Relation(
                    pairs.get(pair).source(),
                    pairs.get(pair).target(),
                    k,
                    mutual,
                    code(view, types, triggers.get(k)),
                    status(view),
                    confidence(pair, k, Scores.softmax(said.pairType()[pair])[Scores.best(types)]));
        }

        private CameoCode code(View view, double[] types, Trigger trigger) {
            EventType type = manifest.types().get(Scores.best(types));
            return codes.choose(type, view.codes(), trigger, matches);
        }

        private Status status(View view) {
            return manifest.status(Scores.best(view.statuses()));
        }

        private List<PairScore> scores() {
            return IntStream.range(0, pairs.size())
                    .filter(i -> event(i) >= WORTH_SHOWING)
                    .mapToObj(this::score)
                    .toList();
        }

        private PairScore score(int pair) {
            View view = new View(pair, bestTriggers[pair]);
            Pair asked = pairs.get(pair);
            return new PairScore(asked.source(), asked.target(), event(pair), best(view.types()), lookedAt(pair));
        }

        private List<TypeChance> best(double[] types) {
            return IntStream.range(0, types.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -types[i]))
                    .limit(BEST_TYPES)
                    .map(i -> new TypeChance(manifest.types().get(i), types[i]))
                    .toList();
        }

        /** The token that a pair looked at most; the first where it looked at the marks around the sentence only. */
        private int lookedAt(int pair) {
            Map<Integer, Double> looks = new HashMap<>();
            for (int p = 1; p < pieces.size() - 1; p++) {
                looks.merge(pieces.firstToken(p), (double) said.look()[pair][p], Double::sum);
            }
            return looks.entrySet().stream()
                    .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(entry -> -entry.getKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
    }

    private static double[][] chances(float[][] scores) {
        return Arrays.stream(scores).map(Scores::softmax).toArray(double[][]::new);
    }

    private static double[] mean(double[] a, double[] b) {
        double[] mean = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            mean[i] = (a[i] + b[i]) / 2;
        }
        return mean;
    }

    private static int distance(int pieces) {
        int bucket = 0;
        for (int bound : DISTANCES) {
            bucket += pieces >= bound ? 1 : 0;
        }
        return bucket;
    }
}
