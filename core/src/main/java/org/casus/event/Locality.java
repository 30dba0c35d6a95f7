package org.casus.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.codebook.EventType;
import org.casus.reader.Kind;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The country of those who are named only by what they are: police that arrest students "in Nairobi" are Kenya's. Only for
 * kinds of people and bodies that act at home, and only for deeds that are done at home.
 */
final class Locality {
    private static final Set<Sector> AT_HOME = EnumSet.of(
            Sector.COP,
            Sector.CVL,
            Sector.EDU,
            Sector.LAB,
            Sector.AGR,
            Sector.REL,
            Sector.OPP,
            Sector.PTY,
            Sector.REB,
            Sector.UAF,
            Sector.JUD,
            Sector.LEG,
            Sector.CRM,
            Sector.JRN,
            Sector.MED,
            Sector.SOC,
            Sector.BUS,
            Sector.ELI,
            Sector.MIL,
            Sector.GOV);
    private static final Set<EventType> DONE_AT_HOME = EnumSet.of(
            EventType.PROTEST,
            EventType.COERCE,
            EventType.ASSAULT,
            EventType.MOBILIZE,
            EventType.CONCEDE,
            EventType.RETREAT);
    /** Between these the one without a country belongs to the country of the other. */
    private static final Set<EventType> BETWEEN_NEIGHBOURS =
            EnumSet.of(EventType.PROTEST, EventType.COERCE, EventType.ASSAULT);

    private static final Set<String> IN = Set.of("in", "at", "near", "across", "outside");

    private final Reading reading;
    private final List<Actor> actors;
    private final @Nullable String scene;
    private final @Nullable String home;

    /**
     * Over one sentence.
     *
     * @param scene the country of the place where the deed was done, or null where the sentence tells none
     * @param home the country that the article is about, or null
     */
    Locality(Reading reading, List<Actor> actors, @Nullable String scene, @Nullable String home) {
        this.reading = reading;
        this.actors = actors;
        this.scene = scene;
        this.home = home;
    }

    /**
     * The actor, with a country where the text lets one be told.
     *
     * @param other the number of the one on the other side, or {@link Relation#NONE}
     */
    Actor place(int number, int other, EventType type) {
        Actor actor = actors.get(number);
        if (isUnknownPlace(number) && DONE_AT_HOME.contains(type)) {
            // who is hit where a town is shelled: the people there
            String country = placeInSentence();
            return country == null ? actor : actor.withCountry(country).withSector(Sector.CVL);
        }
        if (!actor.isIdentified() && isUnknownPerson(number) && BETWEEN_NEIGHBOURS.contains(type)) {
            // a name that nobody knows, arrested by the police of a country
            return actor.withCountry(countryOf(other)).withSector(Sector.CVL);
        }
        if (type == EventType.ASSAULT && actor.sector() == Sector.UNK && isPlace(number)) {
            return actor.withSector(Sector.CVL);
        }
        boolean open = !actor.isIdentified() && actor.role() != null && AT_HOME.contains(actor.sector());
        if (open && !DONE_AT_HOME.contains(type)) {
            if (type == EventType.CONSULT) {
                return actor;
            }
            if (isDefinite(number) && home != null) {
                return actor.withCountry(home);
            }
            return isUnnamedGroup(number) ? actor.withCountry(countryOf(other)) : actor;
        }
        if (!open) {
            return actor;
        }
        String country = placeInSentence();
        if (country == null) {
            country = scene;
        }
        if (country == null
                && BETWEEN_NEIGHBOURS.contains(type)
                && other != Relation.NONE
                && AT_HOME.contains(actors.get(other).sector())) {
            country = countryOf(other);
        }
        return actor.withCountry(country != null ? country : home);
    }

    /**
     * "The tribal elders" whom an army chief urges: people told by kind alone are at home with the one who speaks to them. "A
     * delegation" may be anyone's.
     */
    private boolean isUnnamedGroup(int number) {
        boolean any = actors.get(number).text().toLowerCase(Locale.ROOT).startsWith("a ");
        return !any && reading.mentions().get(number).kind() == Kind.GROUP;
    }

    /** "The government", "the unions": those of the country that the article is about. */
    private boolean isDefinite(int number) {
        return actors.get(number).text().toLowerCase(Locale.ROOT).startsWith("the ");
    }

    private boolean isUnknownPerson(int number) {
        Actor actor = actors.get(number);
        return reading.mentions().get(number).kind() == Kind.PERSON
                && actor.sector() == Sector.UNK
                && actor.name() != null;
    }

    private @Nullable String countryOf(int number) {
        String country = number == Relation.NONE ? null : actors.get(number).country();
        return Actor.isCountry(country) ? country : null;
    }

    private boolean isUnknownPlace(int number) {
        return isPlace(number) && !actors.get(number).isIdentified();
    }

    private boolean isPlace(int number) {
        return reading.mentions().get(number).kind() == Kind.LOC;
    }

    private @Nullable String placeInSentence() {
        for (int m = 0; m < reading.mentions().size(); m++) {
            int before = reading.mentions().get(m).first() - 1;
            boolean in = before >= 0
                    && IN.contains(reading.sentence().tokens().get(before).lower());
            boolean bare = actors.get(m).role() == null && actors.get(m).id() == null;
            if (in && bare && Actor.isCountry(actors.get(m).country())) {
                return actors.get(m).country();
            }
        }
        return null;
    }
}
