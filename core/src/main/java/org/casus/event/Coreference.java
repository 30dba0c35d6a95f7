package org.casus.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.event.Discourse.Named;
import org.casus.reader.Kind;
import org.casus.reader.Mention;
import org.casus.text.Sentence;
import org.casus.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Who the short forms of an article mean, by what it said before: "the president" after "President Ilham Aliyev", surnames, acronyms
 * after "Full Name (FN)", "he", "it", "they", "I" and "we" of who speaks, "its aircraft", "the group", "the country". A sieve, the
 * surest first (after Lee et al., "Deterministic coreference resolution", Computational Linguistics 2013). What is in doubt stays
 * unresolved: no actor is better than a wrong one.
 */
final class Coreference {
    private static final Set<String> DEFINITE =
            Set.of("the", "his", "her", "its", "their", "this", "that", "these", "those");
    private static final Set<String> HE = Set.of("he", "she", "him", "her", "his", "himself", "herself");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "themselves");
    private static final Set<String> I = Set.of("i", "me", "my", "myself");
    private static final Set<String> WE = Set.of("we", "us", "our", "ourselves");
    private static final Set<String> POSSESSIVE = Set.of("his", "her", "its", "their");
    private static final Set<String> COUNTRY =
            Set.of("the country", "this country", "the nation", "his country", "her country");
    private static final Set<String> ENDS_HEAD = Set.of("of", "in", "from", "for", "at", "who", "which", "that", "on");
    private static final Set<Kind> PERSONS = EnumSet.of(Kind.PERSON);
    private static final Set<Kind> THINGS = EnumSet.of(Kind.STATE, Kind.ORG);
    private static final Set<Kind> GROUPS = EnumSet.of(Kind.GROUP);
    /** Short forms of bodies that bear a name: the last one named that can be called so. */
    private static final Map<String, Set<Sector>> CALLED = Map.of(
            "group", EnumSet.of(Sector.REB, Sector.PRM, Sector.CRM, Sector.NGO, Sector.SOC, Sector.UAF),
            "movement", EnumSet.of(Sector.REB, Sector.SOC, Sector.PTY, Sector.OPP),
            "organisation", EnumSet.of(Sector.IGO, Sector.NGO, Sector.REB),
            "organization", EnumSet.of(Sector.IGO, Sector.NGO, Sector.REB),
            "militants", EnumSet.of(Sector.REB),
            "rebels", EnumSet.of(Sector.REB),
            "insurgents", EnumSet.of(Sector.REB),
            "party", EnumSet.of(Sector.PTY, Sector.OPP),
            "company", EnumSet.of(Sector.MNC, Sector.BUS),
            "bloc", EnumSet.of(Sector.IGO));

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{Ll}&.-]{1,9}");

    private static final Pattern PAIR = Pattern.compile(
            "(?i)(?:the|both|these)(?: two| warring| other)* (?:sides|countries|nations|states|neighbours|neighbors|governments|leaders"
                    + "|presidents|ministers|foreign ministers|prime ministers|parties|delegations|armies|men|women|rivals|allies"
                    + "|capitals|diplomats)|the two|both|both of them");

    private final Discourse discourse = new Discourse();
    private final Map<String, Actor> byRole = new HashMap<>();
    private final Map<String, Actor> byAcronym = new HashMap<>();
    private final Map<String, Integer> countries = new TreeMap<>();

    /**
     * The actors of a sentence's mentions, completed by what came before; sentences are to be given in the order of the article.
     *
     * @param own what each mention means by itself
     */
    List<Actor> resolve(Sentence sentence, List<Mention> mentions, List<Actor> own) {
        discourse.open();
        Line line = new Line(sentence, mentions, own);
        List<Actor> resolved = new ArrayList<>();
        for (int m = 0; m < own.size(); m++) {
            Actor actor = line.actor(m, resolved);
            resolved.add(actor);
            remember(line, mentions.get(m), actor);
        }
        Attribution.speaker(sentence, mentions).ifPresent(discourse::speaks);
        resolved.replaceAll(this::firstPerson);
        return resolved;
    }

    /** "I", "we": the one who is quoted, or whom he speaks for. */
    private Actor firstPerson(Actor actor) {
        String text = actor.text().toLowerCase(Locale.ROOT);
        if (actor.isIdentified() || !(I.contains(text) || WE.contains(text))) {
            return actor;
        }
        Optional<Actor> speaker = discourse.speaker();
        return I.contains(text)
                ? completed(actor, speaker)
                : speaker.map(who -> new Actor(actor.text(), null, who.country(), who.sector(), null, null))
                        .orElse(actor);
    }

    /** "The two sides", "both countries". */
    static boolean isPair(String text) {
        return PAIR.matcher(text).matches();
    }

    /** The country of at least half of the actors named so far. */
    Optional<String> mostlyOf() {
        int all = countries.values().stream().mapToInt(count -> count).sum();
        return countries.entrySet().stream()
                .filter(country -> 2 * country.getValue() >= all)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** The country that the article names most: "the country" of its own report. */
    private Optional<Actor> country() {
        return countries.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(top -> new Actor("", null, top.getKey(), Sector.GOV, null, null));
    }

    private void remember(Line line, Mention mention, Actor actor) {
        discourse.add(Named.of(actor, mention.kind()));
        if (!actor.isIdentified()) {
            return;
        }
        if (Actor.isCountry(actor.country())) {
            countries.merge(actor.country(), 1, Integer::sum);
        }
        if (actor.role() != null) {
            byRole.put(key(actor.role()), actor);
        }
        String acronym = line.acronym(mention);
        if (acronym != null) {
            byAcronym.put(acronym, actor);
        }
    }

    private Optional<Actor> pronoun(String word) {
        if (HE.contains(word)) {
            return discourse.pronoun(PERSONS, Gender.of(word));
        }
        if (IT.contains(word)) {
            return discourse.pronoun(THINGS, Gender.OPEN);
        }
        return THEY.contains(word) ? discourse.pronoun(GROUPS, Gender.OPEN) : Optional.empty();
    }

    /** Who was named before by more words: by a name, an acronym, an office, or what kind of body it is. */
    private Optional<Actor> earlier(Actor actor) {
        String text = actor.text().toLowerCase(Locale.ROOT);
        if (COUNTRY.contains(text)) {
            return country();
        }
        if (byAcronym.containsKey(actor.text())) {
            return Optional.of(byAcronym.get(actor.text()));
        }
        if (actor.name() != null) {
            return discourse.bearer(actor.name());
        }
        String[] words = text.split(" ", -1);
        if (!DEFINITE.contains(words[0])) {
            return Optional.empty();
        }
        return actor.role() != null ? Optional.ofNullable(byRole.get(key(actor.role()))) : called(words);
    }

    /** "The coalition", "the group": the last body named by that word, else the last that may be called so. */
    private Optional<Actor> called(String[] words) {
        int head = 1;
        while (head + 1 < words.length && !ENDS_HEAD.contains(words[head + 1])) {
            head++;
        }
        if (head >= words.length) {
            return Optional.empty();
        }
        String called = words[head];
        Optional<Actor> byWord = discourse.last(
                named -> named.kind() != Kind.PERSON && named.words().contains(called));
        if (byWord.isPresent() || !CALLED.containsKey(called)) {
            return byWord;
        }
        return discourse.last(named -> named.kind() != Kind.PERSON
                && named.actor().id() != null
                && CALLED.get(called).contains(named.actor().sector()));
    }

    private static Actor completed(Actor actor, Optional<Actor> earlier) {
        return earlier.map(known -> new Actor(
                        actor.text(), known.name(), known.country(), known.sector(), known.role(), known.id()))
                .orElse(actor);
    }

    /** "Head of state" and "president" are one office to an article. */
    private static String key(String role) {
        return role.equals("head of state") ? "president" : role;
    }

    /** One sentence in work. */
    private final class Line {
        private final List<Token> tokens;
        private final Sentence sentence;
        private final List<Mention> mentions;
        private final List<Actor> own;

        Line(Sentence sentence, List<Mention> mentions, List<Actor> own) {
            this.sentence = sentence;
            this.tokens = sentence.tokens();
            this.mentions = mentions;
            this.own = own;
        }

        Actor actor(int m, List<Actor> resolved) {
            Actor actor = own.get(m);
            if (!actor.isIdentified()) {
                actor = complete(m, actor);
            }
            boolean people = m > 0
                    && actor.sector() == Sector.CVL
                    && beside(m - 1) != null
                    && resolved.get(m - 1).sector() == Sector.GOV;
            // a state is spoken of as its government and people: one actor
            return people ? completed(actor, Optional.of(resolved.get(m - 1))) : actor;
        }

        private Actor complete(int m, Actor actor) {
            Actor beside = beside(m);
            if (beside != null) {
                return actor.withCountry(beside.country());
            }
            Optional<Actor> same = apposed(m)
                    .or(() -> pronoun(actor.text().toLowerCase(Locale.ROOT)))
                    .or(() -> earlier(actor));
            if (same.isPresent()) {
                return completed(actor, same);
            }
            Optional<Actor> owner = owner(mentions.get(m));
            if (owner.isPresent()) {
                Sector sector = actor.sector() == Sector.UNK ? owner.get().sector() : actor.sector();
                return actor.withCountry(owner.get().country()).withSector(sector);
            }
            return actor;
        }

        /** "The government and people of Chile", "police and soldiers in Mali": what follows the second is of both. */
        private @Nullable Actor beside(int m) {
            if (own.get(m).role() == null || m + 1 >= own.size()) {
                return null;
            }
            Mention mention = mentions.get(m);
            Mention next = mentions.get(m + 1);
            boolean joined = next.first() == mention.end() + 1
                    && tokens.get(mention.end()).lower().equals("and");
            boolean ofPlace = tokens.subList(next.first(), next.end()).stream()
                    .anyMatch(
                            token -> token.lower().equals("of") || token.lower().equals("in"));
            return joined && ofPlace && Actor.isCountry(own.get(m + 1).country()) ? own.get(m + 1) : null;
        }

        /** "Ayman Safadi, Jordan's foreign minister,": a name and an office beside it are one. */
        private Optional<Actor> apposed(int m) {
            Optional<Actor> next = apposed(m, m + 1);
            return next.isPresent() ? next : apposed(m, m - 1);
        }

        private Optional<Actor> apposed(int m, int other) {
            if (other < 0 || other >= own.size()) {
                return Optional.empty();
            }
            boolean nameAndOffice = (isName(own.get(m)) && isOffice(own.get(other)))
                    || (isOffice(own.get(m)) && isName(own.get(other)));
            if (!nameAndOffice || !Apposition.isBeside(sentence, mentions, m, other)) {
                return Optional.empty();
            }
            return Optional.of(own.get(other)).filter(Actor::isIdentified);
        }

        private static boolean isName(Actor actor) {
            return actor.name() != null && actor.role() == null;
        }

        private static boolean isOffice(Actor actor) {
            return actor.name() == null && actor.role() != null;
        }

        /** Whose something is: "its aircraft", "Arana's aides", "the junta's envoy". */
        private Optional<Actor> owner(Mention mention) {
            for (int t = mention.first(); t < mention.end() - 1; t++) {
                if (POSSESSIVE.contains(tokens.get(t).lower())) {
                    // "its aircraft", "one of its soldiers"
                    Optional<Actor> pronoun = pronoun(tokens.get(t).lower());
                    if (pronoun.isPresent()) {
                        return pronoun;
                    }
                }
            }
            for (int t = mention.first() + 1; t < mention.end() - 1; t++) {
                if (tokens.get(t).lower().equals("'s")) {
                    String text = sentence.textOf(mention.first(), t);
                    boolean name = tokens.get(mention.first()).isCapitalised();
                    return earlier(new Actor(text, name ? text : null, null, Sector.UNK, null, null));
                }
            }
            return Optional.empty();
        }

        /** "FN" of "Full Name (FN)". */
        @Nullable
        String acronym(Mention mention) {
            int open = mention.end();
            if (open + 2 >= tokens.size()
                    || !tokens.get(open).text().equals("(")
                    || !tokens.get(open + 2).text().equals(")")) {
                return null;
            }
            String letters = tokens.get(open + 1).text();
            return ACRONYM.matcher(letters).matches() ? letters : null;
        }
    }
}
