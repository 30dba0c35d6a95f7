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
import org.casus.reader.Kind;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Who the short forms of an article mean, by what it said before: "the president" after "President Ilham Aliyev", surnames, acronyms
 * after "Full Name (FN)", "he", "it", "they", "the group", "the country". What is in doubt stays unresolved: no actor is better than a
 * wrong one.
 */
final class Coreference {
    private static final Set<String> DEFINITE = Set.of("the", "his", "her", "its", "their", "this");
    private static final Set<String> HE = Set.of("he", "she", "him", "her", "his", "himself", "herself");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "themselves");
    private static final Set<String> COUNTRY =
            Set.of("the country", "this country", "the nation", "his country", "her country");
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
                    + "|presidents|ministers|foreign ministers|prime ministers|parties|delegations|armies)|the two|both|both of them");

    private final Map<String, Actor> byRole = new HashMap<>();
    private final Map<String, Actor> bySurname = new HashMap<>();
    private final Map<String, Actor> byAcronym = new HashMap<>();
    private final Map<String, Integer> countries = new TreeMap<>();
    private final List<Actor> bodies = new ArrayList<>();
    private @Nullable Actor person;
    private @Nullable Actor thing;
    private @Nullable Actor people;

    /**
     * The actors of a sentence's mentions, completed by what came before; sentences are to be given in the order of the article.
     *
     * @param own what each mention means by itself
     */
    List<Actor> resolve(Reading reading, List<Actor> own) {
        List<Actor> resolved = new ArrayList<>();
        for (int m = 0; m < own.size(); m++) {
            Mention mention = reading.mentions().get(m);
            Actor actor = own.get(m);
            if (!actor.isIdentified()) {
                Actor beside = beside(reading, own, m);
                actor = beside != null
                        ? actor.withCountry(beside.country())
                        : completed(actor, earlier(actor, mention.kind()));
            }
            if (m > 0
                    && actor.sector() == Sector.CVL
                    && beside(reading, own, m - 1) != null
                    && resolved.get(m - 1).sector() == Sector.GOV) {
                // a state is spoken of as its government and people: one actor
                actor = completed(actor, resolved.get(m - 1));
            }
            resolved.add(actor);
            remember(reading, mention, actor);
        }
        return resolved;
    }

    /** "The government and people of Chile", "police and soldiers in Mali": what follows the second is of both. */
    private static @Nullable Actor beside(Reading reading, List<Actor> own, int m) {
        if (own.get(m).role() == null || m + 1 >= own.size()) {
            return null;
        }
        Mention mention = reading.mentions().get(m);
        Mention next = reading.mentions().get(m + 1);
        List<Token> tokens = reading.sentence().tokens();
        boolean joined = next.first() == mention.end() + 1
                && tokens.get(mention.end()).lower().equals("and");
        boolean ofPlace = tokens.subList(next.first(), next.end()).stream()
                .anyMatch(token -> token.lower().equals("of") || token.lower().equals("in"));
        return joined && ofPlace && Actor.isCountry(own.get(m + 1).country()) ? own.get(m + 1) : null;
    }

    private @Nullable Actor earlier(Actor actor, Kind kind) {
        String text = actor.text().toLowerCase(Locale.ROOT);
        if (HE.contains(text)) {
            return person;
        }
        if (IT.contains(text)) {
            return thing;
        }
        if (THEY.contains(text)) {
            return people;
        }
        if (COUNTRY.contains(text)) {
            return country();
        }
        Actor known = byAcronym.get(actor.text());
        if (known != null) {
            return known;
        }
        String[] words = text.split(" ", -1);
        if (words.length == 2 && DEFINITE.contains(words[0]) && CALLED.containsKey(words[1])) {
            Set<Sector> sectors = CALLED.get(words[1]);
            return bodies.stream()
                    .filter(body -> sectors.contains(body.sector()))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
        if (actor.role() != null) {
            return DEFINITE.contains(words[0]) && actor.name() == null ? byRole.get(key(actor.role())) : null;
        }
        return kind == Kind.PERSON ? bySurname.get(surname(actor.text())) : null;
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
    private @Nullable Actor country() {
        return countries.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(top -> new Actor("", null, top.getKey(), Sector.GOV, null, null))
                .orElse(null);
    }

    private void remember(Reading reading, Mention mention, Actor actor) {
        if (actor.isIdentified() && Actor.isCountry(actor.country())) {
            countries.merge(actor.country(), 1, Integer::sum);
        }
        switch (mention.kind()) {
            case PERSON -> {
                person = actor.isIdentified() ? actor : null;
                if (actor.isIdentified() && isName(surname(actor.text()))) {
                    bySurname.put(surname(actor.text()), actor);
                }
            }
            case STATE, ORG -> thing = actor.isIdentified() ? actor : null;
            case GROUP -> people = actor.isIdentified() ? actor : null;
            default -> {}
        }
        if (!actor.isIdentified()) {
            return;
        }
        if (actor.role() != null) {
            byRole.put(key(actor.role()), actor);
        }
        if (actor.id() != null && mention.kind() != Kind.PERSON) {
            bodies.add(actor);
        }
        String acronym = acronym(reading, mention);
        if (acronym != null) {
            byAcronym.put(acronym, actor);
        }
    }

    /** "FN" of "Full Name (FN)". */
    private static @Nullable String acronym(Reading reading, Mention mention) {
        List<Token> tokens = reading.sentence().tokens();
        int open = mention.end();
        if (open + 2 >= tokens.size()
                || !tokens.get(open).text().equals("(")
                || !tokens.get(open + 2).text().equals(")")) {
            return null;
        }
        String letters = tokens.get(open + 1).text();
        return ACRONYM.matcher(letters).matches() ? letters : null;
    }

    private static Actor completed(Actor actor, @Nullable Actor earlier) {
        return earlier == null
                ? actor
                : new Actor(
                        actor.text(),
                        earlier.name(),
                        earlier.country(),
                        earlier.sector(),
                        earlier.role(),
                        earlier.id());
    }

    private static String surname(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static boolean isName(String word) {
        return word.length() > 2 && Character.isUpperCase(word.charAt(0));
    }

    /** "Head of state" and "president" are one office to an article. */
    private static String key(String role) {
        return role.equals("head of state") ? "president" : role;
    }
}
