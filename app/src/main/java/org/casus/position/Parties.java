package org.casus.position;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.actor.ActorBook;
import org.casus.actor.Sector;

/**
 * Who stands behind an actor: the state for which a minister or an army acts, or the body itself. Officials of a town or province,
 * members of a parliament, people and firms commit nobody but themselves.
 */
final class Parties {
    private static final Set<Sector> BODIES =
            EnumSet.of(Sector.IGO, Sector.REB, Sector.PRM, Sector.OPP, Sector.PTY, Sector.CRM, Sector.NGO);

    private static final Pattern LOCAL =
            Pattern.compile("\\b(?:mayor|governor|municipal|local|provincial|regional|council|district|tribal|former)");

    private static final Pattern PARLIAMENT =
            Pattern.compile("\\b(?:parliament|congress|senate|legislature|assembly|house)\\b");

    private static final Pattern GOVERNMENT = Pattern.compile("\\b(?:governments?|state|authorities|regime|junta)\\b");

    private static final Pattern SOME_OF = Pattern.compile(
            "^(?i:an?|some|several|two|three|four|five|six|dozens|\\d+) "
                    + "|\\b(?:officials?|commanders?|generals?|ministers?|leaders?|members?|entit(?:y|ies)|firms?|compan(?:y|ies)|banks?)\\b");

    private static final Pattern GOVERNING = Pattern.compile(
            "\\b(?:governments?|rulers?|junta|regime|authorities|cabinet|administration|president|prime minister|leaders?|leadership)\\b");

    private static final Pattern ENTITY = Pattern.compile("(?i)\\b(?:state|republic|statehood|entity|government)\\b");

    private final ActorBook book;

    Parties(ActorBook book) {
        this.book = book;
    }

    /** Who holds what this actor says or does. */
    Optional<Party> behind(Actor actor) {
        String role = actor.role() == null ? "" : actor.role();
        boolean state =
                switch (actor.sector()) {
                    case GOV -> !LOCAL.matcher(role).find();
                    case MIL -> true;
                    case LEG -> role.isEmpty() || PARLIAMENT.matcher(role).find();
                    default -> false;
                };
        return state ? country(actor) : body(actor);
    }

    /** Whom a measure against this actor is aimed at: a state or body only where it is named itself, not some of its people or firms. */
    Optional<Party> hit(Actor actor) {
        boolean whole =
                (actor.role() == null || GOVERNMENT.matcher(actor.role()).find())
                        && !SOME_OF.matcher(actor.text()).find();
        if (!whole) {
            return Optional.empty();
        }
        boolean state = actor.sector() == Sector.GOV && actor.id() == null;
        return state ? country(actor) : named(actor);
    }

    /** Who is recognised: a state, its government where that is named, a body that claims to govern, or a person who does. */
    Optional<Party> recognised(Actor actor) {
        String who = actor.role() + " " + actor.text();
        if (actor.sector() == Sector.GOV && GOVERNING.matcher(who).find()) {
            return country(actor).map(state -> new Party(state.id() + "-GOV", "government of " + state.name()));
        }
        boolean state = (actor.sector() == Sector.GOV && actor.id() == null)
                || (actor.sector() == Sector.UNK && ENTITY.matcher(actor.text()).find());
        if (state) {
            return country(actor);
        }
        boolean rival = actor.sector() == Sector.OPP && actor.id() != null && actor.name() != null;
        return rival ? Optional.of(new Party(actor.id(), actor.name())) : body(actor);
    }

    /** Who recognises: governments do; what a parliament votes binds none. */
    Optional<Party> recognising(Actor actor) {
        return actor.sector() == Sector.LEG ? Optional.empty() : behind(actor);
    }

    private Optional<Party> country(Actor actor) {
        String code = actor.country();
        return code == null ? Optional.empty() : book.countryName(code).map(name -> new Party(code, name));
    }

    private Optional<Party> body(Actor actor) {
        boolean acts = BODIES.contains(actor.sector());
        return acts ? named(actor) : Optional.empty();
    }

    private Optional<Party> named(Actor actor) {
        return actor.id() == null
                ? Optional.empty()
                : book.body(actor.id()).map(body -> new Party(body.id(), body.name()));
    }

    /** True where both sides are known and not the same. */
    static boolean areTwo(Optional<Party> one, Optional<Party> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
