package org.casus.story;

import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.jspecify.annotations.Nullable;

/**
 * Who acts or is acted upon, as far as stories are told apart by it.
 *
 * @param country ISO 3166-1 alpha-3, or IGO, NGO, MNC, or null
 * @param id the actor book's id of a known person or body, or null
 */
public record Party(
        @Nullable String country, Sector sector, @Nullable String id) {

    static @Nullable Party of(@Nullable Actor actor) {
        return actor == null ? null : new Party(actor.country(), actor.sector(), actor.id());
    }

    /** The country, since one text says "Scholz" where another says "Germany"; the body itself where it has no country. */
    String key() {
        if (Actor.isCountry(country) || id == null) {
            return country == null ? sector.name() : country;
        }
        return id;
    }

    static String keyOf(@Nullable Party party) {
        return party == null ? "" : party.key();
    }

    /** False where one is of the state and the other is not, or where they are of two trades: "teachers" and "miners". */
    boolean isCompatible(Party other) {
        return sector == other.sector
                || (id != null && id.equals(other.id))
                || kind(sector) == Kind.ANY
                || kind(other.sector) == Kind.ANY
                || (kind(sector) == kind(other.sector) && kind(sector) != Kind.TRADE);
    }

    private enum Kind {
        STATE,
        ARMED,
        TRADE,
        ANY
    }

    private static Kind kind(Sector sector) {
        return switch (sector) {
            case GOV, MIL, LEG, JUD, COP, SPY, ELI, PTY, IGO -> Kind.STATE;
            case REB, PRM, UAF, CRM -> Kind.ARMED;
            case OPP, JRN, MED, BUS, LAB, AGR, EDU, REL, REF, NGO, MNC -> Kind.TRADE;
            case CVL, SOC, PRE, UNK -> Kind.ANY;
        };
    }
}
