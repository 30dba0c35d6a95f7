package org.casus.store;

import org.casus.actor.Actor;
import org.casus.actor.CountryNames;
import org.jspecify.annotations.Nullable;

/**
 * Whom an actor acts for: its country, else the body itself.
 *
 * @param id what filters take: a country's code, else the actor book's id, else the name
 * @param name for people to read
 * @param country the country's code, or null
 * @param sector the sector where sides are told apart by it, or null
 */
public record Party(
        String id,
        String name,
        @Nullable String country,
        @Nullable String sector) {

    /** A party as a whole. */
    Party(String id, String name, @Nullable String country) {
        this(id, name, country, null);
    }

    static Party of(Actor actor, CountryNames countries) {
        String country = actor.country();
        if (Actor.isCountry(country)) {
            return new Party(country, countries.of(country), country);
        }
        if (actor.id() != null) {
            return new Party(actor.id(), actor.name() == null ? actor.id() : actor.name(), null);
        }
        if (actor.name() != null) {
            return new Party(actor.name(), actor.name(), null);
        }
        String kind = country == null ? actor.sector().name() : country;
        return new Party(kind, countries.of(kind), null);
    }
}
