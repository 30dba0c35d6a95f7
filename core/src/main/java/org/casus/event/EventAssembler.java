package org.casus.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.actor.ActorIndex;
import org.casus.actor.ActorResolver;
import org.casus.actor.Hit;
import org.casus.actor.Resolution;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.ContextWords;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.codebook.TypeDefinition;
import org.casus.place.Gazetteer;
import org.casus.place.Place;
import org.casus.place.PlaceContext;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;
import org.casus.text.Dateline;
import org.casus.text.Sentence;
import org.casus.time.TimeExpression;
import org.casus.time.TimeFinder;
import org.jspecify.annotations.Nullable;

/** Makes events from the readings of an article's sentences: actors resolved, one event for each who-what-whom. */
public final class EventAssembler {
    /** Types whose event is whole without knowing whom it was aimed at. */
    private static final Set<EventType> STANDS_ALONE = EnumSet.of(EventType.PROTEST, EventType.MOBILIZE);

    private static final String ASYLUM = "075";
    /** The role under which the actor book has "counterpart" and "colleague". */
    private static final String COUNTERPART = "counterpart";

    private final Codebook codebook;
    private final ContextWords contextWords;
    private final ActorIndex index;
    private final ActorResolver resolver;
    private final Casting casting;
    private final TimeFinder times;
    private final Gazetteer gazetteer;

    public EventAssembler(
            Codebook codebook, ActorIndex index, ActorResolver resolver, TimeFinder times, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.contextWords = ContextWords.bundled(codebook);
        this.index = index;
        this.resolver = resolver;
        this.casting = new Casting(index, resolver);
        this.times = times;
        this.gazetteer = gazetteer;
    }

    /** The article's events in the order of their evidence, and a report for every sentence. */
    public Assembly assemble(Article article, @Nullable Dateline dateline, List<Reading> readings) {
        Work work = new Work(article, dateline, readings);
        for (int i = 0; i < readings.size(); i++) {
            work.add(readings.get(i), work.cast.mentions().get(i));
        }
        work.dropHalves();
        return new Assembly(List.copyOf(work.events.values()), work.reports());
    }

    private @Nullable String country(@Nullable Dateline dateline) {
        return dateline == null
                ? null
                : resolver.resolve(dateline.place(), null).actor().country();
    }

    /** What the code says that it was about, and what the sentence adds. */
    private List<String> contexts(CameoCode code, Sentence sentence) {
        return Stream.concat(code.contexts().stream(), contextWords.of(sentence).stream())
                .distinct()
                .toList();
    }

    /** The times and places that a sentence tells. */
    private record Setting(List<TimeExpression> times, Where where) {}

    /** The two sides of an event; the target is null where there is none. */
    private record Parties(Actor source, @Nullable Actor target, boolean mutual) {
        Stream<Actor> both() {
            return Stream.of(source, target).filter(Objects::nonNull);
        }
    }

    /** Events and what became of each sentence. */
    public record Assembly(List<Event> events, List<SentenceReport> reports) {}

    private final class Work {
        private final Article article;
        private final Map<String, Event> events = new LinkedHashMap<>();
        private final List<SentenceReport> reports = new ArrayList<>();
        private final Casting.Cast cast;
        private final PlaceContext context = new PlaceContext(gazetteer);
        private final @Nullable Place datelinePlace;
        private @Nullable Parties lastPair;

        Work(Article article, @Nullable Dateline dateline, List<Reading> readings) {
            this.article = article;
            String reportedFrom = country(dateline);
            this.cast = casting.cast(readings, article.published(), reportedFrom);
            // who is named anywhere in an article tells where its towns lie
            context.add(reportedFrom);
            cast.mentions()
                    .forEach(mentions -> mentions.forEach(
                            mention -> context.add(mention.actor().country())));
            this.datelinePlace = dateline == null ? null : place(dateline);
        }

        /** "DUBAI, United Arab Emirates" has what holds it behind a comma; "BEIRUT/DAMASCUS" is two. */
        private @Nullable Place place(Dateline dateline) {
            String[] parts = dateline.place().split(", ", 2);
            return context.resolve(parts[0], parts.length > 1 ? parts[1] : null);
        }

        void add(Reading reading, List<Resolution> mentions) {
            List<Actor> actors = mentions.stream().map(Resolution::actor).toList();
            Setting setting = reading.relations().isEmpty() ? null : setting(reading);
            List<String> lacks = new ArrayList<>(reading.notes());
            int before = events.size();
            for (Relation relation : reading.relations()) {
                List<Event> told = events(reading, relation, actors, Objects.requireNonNull(setting));
                told.forEach(this::keep);
                if (told.isEmpty()) {
                    lacks.add(lack(reading, relation, actors));
                }
            }
            long named = actors.stream().filter(Actor::isIdentified).count();
            reports.add(new SentenceReport(reading, mentions, (int) named, events.size() - before, lacks));
        }

        private Setting setting(Reading reading) {
            List<TimeExpression> found =
                    article.published() == null ? List.of() : times.find(reading.sentence(), article.published());
            return new Setting(found, new Where(reading, context));
        }

        /** When nothing was found, the actors of the sentences that were passed over are counted too: a user will ask. */
        List<SentenceReport> reports() {
            return events.isEmpty() ? reports.stream().map(this::counted).toList() : List.copyOf(reports);
        }

        private SentenceReport counted(SentenceReport report) {
            if (!report.reading().mentions().isEmpty()) {
                return report;
            }
            int named = (int) index.find(report.reading().sentence()).stream()
                    .filter(Hit::isIdentified)
                    .count();
            return new SentenceReport(report.reading(), report.cast(), named, 0, report.lacks());
        }

        /** The events of a relation: one, or one with each of "both countries"; none where an actor is not known. */
        private List<Event> events(Reading reading, Relation relation, List<Actor> actors, Setting setting) {
            if (Apposition.isOne(reading, relation)) {
                return List.of();
            }
            return parties(reading, relation, actors, setting).stream()
                    .filter(parties -> isTold(parties, relation))
                    .map(parties -> event(reading, relation, actors, setting, parties))
                    .toList();
        }

        private boolean isTold(Parties parties, Relation relation) {
            Actor target = parties.target();
            if (!parties.source().isIdentified()) {
                return false;
            }
            if (target == null) {
                return !codebook.definition(type(relation)).targetNeeded();
            }
            // whom a state helps or turns away may be from anywhere
            boolean known = target.isIdentified() || target.sector() == Sector.REF;
            return known && !isSame(parties.source(), target);
        }

        private static EventType type(Relation relation) {
            return Objects.requireNonNull(relation.code().type());
        }

        private Event event(Reading reading, Relation relation, List<Actor> actors, Setting setting, Parties parties) {
            Trigger trigger = reading.triggers().get(relation.trigger());
            CameoCode code = relation.code();
            EventType type = type(relation);
            TypeDefinition definition = codebook.definition(type);
            Actor source = parties.source();
            Actor target = parties.target();
            Sentence sentence = reading.sentence();
            String words = sentence.textOf(trigger.first(), trigger.end());
            int start = sentence.tokens().get(trigger.first()).start();
            OptionalInt accusation = Claims.accusation(reading, relation);
            Status status = accusation.isPresent() ? Status.POSSIBLE : relation.status();
            When when = When.of(sentence, setting.times(), trigger, relation.status(), article.published());
            String claimant = accusation.isPresent()
                    ? actors.get(reading.relations().get(accusation.getAsInt()).source())
                            .text()
                    : attribution(reading, relation, trigger, actors);
            return new Event(
                    Article.fingerprint(article.id() + "|" + key(source, type, target, parties.mutual())),
                    type,
                    code.mode(),
                    contexts(code, sentence),
                    code,
                    definition.quad(),
                    source,
                    target,
                    parties.mutual(),
                    status,
                    when.background(),
                    claimant,
                    when.date(),
                    place(setting.where().of(relation), relation, when, parties),
                    new Evidence(sentence.text(), words, start, start + words.length()),
                    Math.round(relation.confidence() * 100) / 100.0);
        }

        /** Who does it to whom; "the two sides" are those of whom an event was told last. */
        private List<Parties> parties(Reading reading, Relation relation, List<Actor> actors, Setting setting) {
            boolean alone = relation.target() == Relation.NONE;
            boolean pairActs = Coreference.isPair(actors.get(relation.source()).text());
            boolean pairSuffers =
                    !alone && Coreference.isPair(actors.get(relation.target()).text());
            if (lastPair != null && pairActs && (alone || pairSuffers)) {
                return List.of(lastPair);
            }
            EventType type = type(relation);
            Place scene = setting.where().of(relation);
            Locality locality = new Locality(reading, actors, scene == null ? null : scene.country(), cast.home());
            Actor source = inDeed(locality.place(relation.source(), relation.target(), type), type);
            Actor target = alone
                    ? null
                    : suffering(locality.place(relation.target(), relation.source(), type), relation, source);
            if (lastPair != null && pairSuffers) {
                return lastPair.both()
                        .map(one -> new Parties(source, one, relation.mutual()))
                        .toList();
            }
            if (lastPair != null && pairActs) {
                return lastPair.both()
                        .map(one -> new Parties(one, target, relation.mutual()))
                        .toList();
            }
            boolean open = target != null && !target.isIdentified() && STANDS_ALONE.contains(type);
            return List.of(new Parties(source, open ? null : target, relation.mutual()));
        }

        /** What has no place of its own is where the report was written, if it is news and one of its actors is at home there. */
        private @Nullable Place place(@Nullable Place own, Relation relation, When when, Parties parties) {
            if (own != null || datelinePlace == null) {
                return own;
            }
            boolean news = relation.status() == Status.ACTUAL && !when.background();
            String country = datelinePlace.country();
            boolean home = country != null
                    && (country.equals(parties.source().country())
                            || (parties.target() != null
                                    && country.equals(parties.target().country())));
            return news && home ? datelinePlace : null;
        }

        private @Nullable String attribution(Reading reading, Relation relation, Trigger trigger, List<Actor> actors) {
            OptionalInt sayer = Attribution.of(reading, trigger.first());
            if (sayer.isEmpty() || sayer.getAsInt() == relation.source()) {
                return null;
            }
            // agencies and papers report what others say and do: they are publishers, not sources
            Actor actor = actors.get(sayer.getAsInt());
            boolean publisher = actor.sector() == Sector.JRN || actor.text().equalsIgnoreCase(article.publisher());
            return publisher || isOwnVoice(actor, actors.get(relation.source())) ? null : actor.text();
        }

        /** A government that says what it does is no witness: "Ethiopia accepted the plan, its foreign minister said". */
        private static boolean isOwnVoice(Actor sayer, Actor source) {
            return sayer.sector() == Sector.GOV
                    && source.sector() == Sector.GOV
                    && sayer.country() != null
                    && sayer.country().equals(source.country());
        }

        /** Of two tellings of one event the first stays, unless the later is news and the first was history, or done and not planned. */
        private void keep(Event event) {
            Actor target = event.target();
            if (target != null && !Objects.equals(event.source().country(), target.country())) {
                lastPair = new Parties(event.source(), target, true);
            }
            String key = key(event.source(), event.type(), target, event.mutual());
            Event old = events.get(key);
            if (old == null || rank(event) > rank(old)) {
                events.put(key, event);
            }
        }

        /** "Unions marched to protest against the government" tells one protest, not one more against nobody. */
        void dropHalves() {
            List<Event> whole = events.values().stream()
                    .filter(event -> event.target() != null)
                    .toList();
            events.values()
                    .removeIf(half -> half.target() == null
                            && whole.stream()
                                    .anyMatch(event -> event.type() == half.type()
                                            && event.evidence()
                                                    .sentence()
                                                    .equals(half.evidence().sentence())
                                            && who(event.source()).equals(who(half.source()))));
        }

        private static int rank(Event event) {
            return (event.status() == Status.ACTUAL ? 1 : 0) + (event.background() ? 0 : 2);
        }

        private String lack(Reading reading, Relation relation, List<Actor> actors) {
            Trigger trigger = reading.triggers().get(relation.trigger());
            String words = "\"" + reading.sentence().textOf(trigger.first(), trigger.end()) + "\"";
            Actor source = actors.get(relation.source());
            if (!source.isIdentified()) {
                return words + ": no country or known name for its source \"" + source.text() + "\"";
            }
            if (relation.target() == Relation.NONE) {
                return words + ": no target";
            }
            Actor target = actors.get(relation.target());
            return target.isIdentified() || Apposition.isOne(reading, relation)
                    ? words + ": source and target are the same"
                    : words + ": no country or known name for its target \"" + target.text() + "\"";
        }
    }

    /** A bare country that uses force does it by its armed forces. */
    private static Actor inDeed(Actor source, EventType type) {
        boolean bare = source.sector() == Sector.GOV
                && source.role() == null
                && source.country() != null
                && source.id() == null;
        return type == EventType.ASSAULT && bare ? source.withSector(Sector.MIL) : source;
    }

    /** Who is granted asylum is a refugee; "his Turkish counterpart" holds the same kind of office. */
    private static Actor suffering(Actor target, Relation relation, Actor source) {
        if (relation.code().code().startsWith(ASYLUM) && target.sector() == Sector.CVL) {
            return target.withSector(Sector.REF);
        }
        boolean peer = COUNTERPART.equals(target.role()) && target.id() == null && source.sector() != Sector.UNK;
        return peer ? target.withSector(source.sector()) : target;
    }

    private static boolean isSame(Actor a, Actor b) {
        return Objects.equals(a.country(), b.country())
                && a.sector() == b.sector()
                && (Objects.equals(a.id(), b.id()) || a.id() == null || b.id() == null)
                && (Objects.equals(a.role(), b.role()) || a.role() == null || b.role() == null);
    }

    private static String key(Actor source, EventType type, @Nullable Actor target, boolean mutual) {
        String a = who(source);
        String b = target == null ? "-" : who(target);
        return mutual && b.compareTo(a) < 0 ? b + "|" + type + "|" + a : a + "|" + type + "|" + b;
    }

    private static String who(Actor actor) {
        return actor.country() + " " + actor.sector();
    }
}
