package org.casus.export;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.casus.actor.Actor;
import org.casus.actor.Sector;

/**
 * Who counts as one in a graph: a state with all who act for it, a body or person known by name, else a country's people of one sector,
 * else whoever is called so.
 *
 * @param key what tells it from others
 * @param label what to call it
 * @param country ISO 3166-1 alpha-3, IGO, NGO, MNC, or empty
 * @param sector PLOVER's sector; GOV for a state
 */
record Party(String key, String label, String country, String sector) implements Comparable<Party> {
    private static final Set<Sector> OF_THE_STATE =
            EnumSet.of(Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.COP, Sector.SPY);

    static Party of(Actor actor, CountryCodes countries) {
        String country = CellText.orEmpty(actor.country());
        String sector = actor.sector().name();
        if (Actor.isCountry(actor.country()) && OF_THE_STATE.contains(actor.sector())) {
            String name = countries.name(country);
            return new Party(country, name.isEmpty() ? country : name, country, Sector.GOV.name());
        }
        if (actor.id() != null) {
            return new Party(actor.id(), actor.name() == null ? actor.id() : actor.name(), country, sector);
        }
        if (!country.isEmpty()) {
            return new Party(country + " " + sector, country + " " + sector, country, sector);
        }
        String name = actor.name() == null ? actor.text() : actor.name();
        return new Party(name, name, country, sector);
    }

    @Override
    public int compareTo(Party other) {
        return Comparator.comparing(Party::key)
                .thenComparing(Party::label)
                .thenComparing(Party::country)
                .thenComparing(Party::sector)
                .compare(this, other);
    }
}
