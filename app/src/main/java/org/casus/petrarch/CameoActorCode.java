package org.casus.petrarch;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.casus.actor.Sector;

/**
 * An actor code of CAMEO, read as country and sector: AFGGOV is Afghanistan's government (codebook 1.1b3, chapter 3). What CAMEO calls
 * MED (media) is PLOVER's JRN, HLH (health) its MED, and INS and SEP (insurgents, separatists) its REB.
 *
 * @param country ISO 3166-1 alpha-3, or IGO, NGO, MNC
 */
record CameoActorCode(String country, Sector sector) {
    private static final int PART = 3;
    private static final Map<String, Sector> SECTORS = Map.ofEntries(
            entry("GOV", Sector.GOV),
            entry("MIL", Sector.MIL),
            entry("COP", Sector.COP),
            entry("JUD", Sector.JUD),
            entry("LEG", Sector.LEG),
            entry("SPY", Sector.SPY),
            entry("OPP", Sector.OPP),
            entry("PTY", Sector.PTY),
            entry("REB", Sector.REB),
            entry("INS", Sector.REB),
            entry("SEP", Sector.REB),
            entry("RAD", Sector.REB),
            entry("UAF", Sector.UAF),
            entry("PRM", Sector.PRM),
            entry("CRM", Sector.CRM),
            entry("CVL", Sector.CVL),
            entry("SET", Sector.CVL),
            entry("EDU", Sector.EDU),
            entry("BUS", Sector.BUS),
            entry("LAB", Sector.LAB),
            entry("AGR", Sector.AGR),
            entry("MED", Sector.JRN),
            entry("HLH", Sector.MED),
            entry("ENV", Sector.SOC),
            entry("SOC", Sector.SOC),
            entry("REL", Sector.REL),
            entry("REF", Sector.REF),
            entry("ELI", Sector.ELI),
            entry("HRI", Sector.NGO),
            entry("NGO", Sector.NGO),
            entry("NGM", Sector.NGO),
            entry("IGO", Sector.IGO),
            entry("MNC", Sector.MNC));
    private static final Map<String, String> WORLD = Map.of("IGO", "IGO", "NGO", "NGO", "NGM", "NGO", "MNC", "MNC");

    /** Reads a code; empty where it names no country that is known. */
    static Optional<CameoActorCode> of(String code, Predicate<String> isCountry) {
        if (code.length() < PART) {
            return Optional.empty();
        }
        String first = code.substring(0, PART);
        if (WORLD.containsKey(first)) {
            return Optional.of(
                    new CameoActorCode(WORLD.get(first), sector(code, PART).orElse(SECTORS.get(first))));
        }
        return isCountry.test(first)
                ? Optional.of(new CameoActorCode(first, sector(code, PART).orElse(Sector.GOV)))
                : Optional.empty();
    }

    /** The sector of an agent's code, "~COP" without its sign; empty where no part of it is one. */
    static Optional<Sector> sector(String code, int from) {
        for (int at = from; at + PART <= code.length(); at += PART) {
            Sector sector = SECTORS.get(code.substring(at, at + PART));
            if (sector != null) {
                return Optional.of(sector);
            }
        }
        return Optional.empty();
    }
}
