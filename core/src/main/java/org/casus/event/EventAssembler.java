package org.casus.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.casus.actor.Actor;
import org.casus.actor.ActorIndex;
import org.casus.actor.ActorResolver;
import org.casus.actor.Hit;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.codebook.TypeDefinition;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;
import org.casus.text.Dateline;
import org.casus.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Makes events from the readings of an article's sentences: actors resolved, one event for each who-what-whom. */
public final class EventAssembler {
    /** Types whose event is whole without knowing whom it was aimed at. */
    private static final Set<EventType> STANDS_ALONE = EnumSet.of(EventType.PROTEST, EventType.MOBILIZE);

    private final Codebook codebook;
    private final ActorIndex index;
    private final ActorResolver resolver;

    public EventAssembler(Codebook codebook, ActorIndex index, ActorResolver resolver) {
        this.codebook = codebook;
        this.index = index;
        this.resolver = resolver;
    }

    /** The article's events in the order of their evidence, and a report for every sentence. */
    public Assembly assemble(Article article, @Nullable Dateline dateline, List<Reading> readings) {
        Work work = new Work(article, country(dateline));
        for (Reading reading : readings) {
            work.add(reading);
        }
        return new Assembly(List.copyOf(work.events.values()), work.reports());
    }

    private @Nullable String country(@Nullable Dateline dateline) {
        return dateline == null
                ? null
                : resolver.resolve(dateline.place(), null).actor().country();
    }

    /** Events and what became of each sentence. */
    public record Assembly(List<Event> events, List<SentenceReport> reports) {}

    private final class Work {
        private final Article article;
        private final Map<String, Event> events = new LinkedHashMap<>();
        private final List<SentenceReport> reports = new ArrayList<>();
        private final ArticleActors known = new ArticleActors();
        private final @Nullable String dateline;

        Work(Article article, @Nullable String dateline) {
            this.article = article;
            this.dateline = dateline;
        }

        void add(Reading reading) {
            List<Actor> actors = actors(reading);
            List<String> lacks = new ArrayList<>(reading.notes());
            int before = events.size();
            for (Relation relation : reading.relations()) {
                build(reading, relation, actors)
                        .ifPresentOrElse(this::keep, () -> lacks.add(lack(reading, relation, actors)));
            }
            long named = actors.stream().filter(Actor::isIdentified).count();
            reports.add(new SentenceReport(reading, (int) named, events.size() - before, lacks));
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
            return new SentenceReport(report.reading(), named, 0, report.lacks());
        }

        private List<Actor> actors(Reading reading) {
            Sentence sentence = reading.sentence();
            List<Hit> hits = reading.mentions().isEmpty() ? List.of() : index.find(sentence);
            List<Actor> actors = new ArrayList<>();
            for (Mention mention : reading.mentions()) {
                Actor actor = resolver.resolve(sentence, hits, mention.first(), mention.end(), article.published())
                        .actor();
                actors.add(known.remember(actor, mention.kind()));
            }
            return actors;
        }

        private Optional<Event> build(Reading reading, Relation relation, List<Actor> actors) {
            Trigger trigger = reading.triggers().get(relation.trigger());
            CameoCode code = relation.code();
            EventType type = Objects.requireNonNull(code.type());
            TypeDefinition definition = codebook.definition(type);
            Locality locality = new Locality(reading, actors, dateline);
            Actor source = inDeed(locality.place(relation.source(), relation.target(), type), type);
            Actor target = relation.target() == Relation.NONE
                    ? null
                    : locality.place(relation.target(), relation.source(), type);
            if (target != null && !target.isIdentified() && STANDS_ALONE.contains(type)) {
                target = null;
            }
            if (!source.isIdentified()
                    || (target == null
                            ? definition.targetNeeded()
                            : !target.isIdentified() || isSame(source, target))) {
                return Optional.empty();
            }
            Sentence sentence = reading.sentence();
            String words = sentence.textOf(trigger.first(), trigger.end());
            int start = sentence.tokens().get(trigger.first()).start();
            boolean recalled = History.isRecalled(sentence.text(), article.published());
            return Optional.of(new Event(
                    Article.fingerprint(article.id() + "|" + key(source, type, target, relation.mutual())),
                    type,
                    code.mode(),
                    code.contexts(),
                    code,
                    definition.quad(),
                    source,
                    target,
                    relation.mutual(),
                    relation.status(),
                    recalled,
                    attribution(reading, relation, trigger, actors),
                    recalled || relation.status() != Status.ACTUAL ? null : article.published(),
                    new Evidence(sentence.text(), words, start, start + words.length()),
                    Math.round(relation.confidence() * 100) / 100.0));
        }

        private @Nullable String attribution(Reading reading, Relation relation, Trigger trigger, List<Actor> actors) {
            OptionalInt sayer = Attribution.of(reading, trigger.first());
            if (sayer.isEmpty() || sayer.getAsInt() == relation.source()) {
                return null;
            }
            // agencies and papers report what others say and do: they are publishers, not sources
            Actor actor = actors.get(sayer.getAsInt());
            boolean publisher = actor.sector() == Sector.JRN || actor.text().equalsIgnoreCase(article.publisher());
            return publisher ? null : actor.text();
        }

        /** Of two tellings of one event the first stays, unless the later is news and the first was history, or done and not planned. */
        private void keep(Event event) {
            String key = key(event.source(), event.type(), event.target(), event.mutual());
            Event old = events.get(key);
            if (old == null || rank(event) > rank(old)) {
                events.put(key, event);
            }
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
            return target.isIdentified()
                    ? words + ": source and target are the same"
                    : words + ": no country or known name for its target \"" + target.text() + "\"";
        }
    }

    /** A bare country that uses force does it by its armed forces. */
    private static Actor inDeed(Actor source, EventType type) {
        boolean force = type == EventType.ASSAULT || type == EventType.MOBILIZE;
        boolean bare = source.sector() == Sector.GOV
                && source.role() == null
                && source.country() != null
                && source.id() == null;
        return force && bare ? source.withSector(Sector.MIL) : source;
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
