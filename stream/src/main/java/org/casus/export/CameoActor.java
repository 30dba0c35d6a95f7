package org.casus.export;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * An actor as CAMEO codes it (codebook 1.1b3, chapter 3): country, role and known group, three letters each. All parts are empty where
 * there is nothing to tell.
 *
 * @param country CAMEO's country, empty for international actors
 * @param role CAMEO's role, IGO, NGO or MNC for international actors without another
 * @param kind IGO, NGO or MNC for international actors, else empty
 * @param group a known group, "UNO"
 */
record CameoActor(String name, String country, String kind, String role, String group) {
    static final CameoActor NONE = new CameoActor("", "", "", "", "");

    /** Where CAMEO's country differs from ISO 3166-1: it has the older codes. */
    private static final Map<String, String> COUNTRIES = Map.of("ROU", "ROM", "TLS", "TMP");

    /**
     * CAMEO's roles by PLOVER's sectors. Most are the same. Parties are the opposition, since PLOVER counts governing ones under GOV;
     * paramilitaries are armed forces that CAMEO calls unaligned, since it has no code for those with the state but not of it; medicine
     * is HLH, since CAMEO's MED is the media; civil society and believers are CVL, since CAMEO tells religions by codes that PLOVER lacks.
     * A state partly recognised (PRE) and an unknown actor have no role.
     */
    private static final Map<Sector, String> ROLES = Map.ofEntries(
            entry(Sector.GOV, "GOV"),
            entry(Sector.MIL, "MIL"),
            entry(Sector.LEG, "LEG"),
            entry(Sector.JUD, "JUD"),
            entry(Sector.COP, "COP"),
            entry(Sector.SPY, "SPY"),
            entry(Sector.PTY, "OPP"),
            entry(Sector.OPP, "OPP"),
            entry(Sector.REB, "REB"),
            entry(Sector.PRM, "UAF"),
            entry(Sector.UAF, "UAF"),
            entry(Sector.CRM, "CRM"),
            entry(Sector.CVL, "CVL"),
            entry(Sector.SOC, "CVL"),
            entry(Sector.JRN, "MED"),
            entry(Sector.MED, "HLH"),
            entry(Sector.BUS, "BUS"),
            entry(Sector.LAB, "LAB"),
            entry(Sector.AGR, "AGR"),
            entry(Sector.EDU, "EDU"),
            entry(Sector.REL, "CVL"),
            entry(Sector.REF, "REF"),
            entry(Sector.ELI, "ELI"),
            entry(Sector.PRE, ""),
            entry(Sector.UNK, ""),
            entry(Sector.IGO, "IGO"),
            entry(Sector.NGO, "NGO"),
            entry(Sector.MNC, "MNC"));

    /** Country or kind, role, known group: "USAGOV", "IGOUNO". */
    String code() {
        return country + kind + (role.equals(kind) ? "" : role) + group;
    }

    /** Makes actors CAMEO's. */
    static final class Coding {
        private final Map<String, String> groups = new HashMap<>();

        Coding() {
            for (Table.Row row :
                    Table.bundled("/org/casus/export/known-groups.tsv", 2).rows()) {
                groups.put(row.text(0), row.text(1));
            }
        }

        CameoActor of(@Nullable Actor actor) {
            if (actor == null) {
                return NONE;
            }
            boolean national = Actor.isCountry(actor.country());
            String country = CellText.orEmpty(actor.country());
            return new CameoActor(
                    actor.name() != null ? actor.name() : actor.text(),
                    national ? COUNTRIES.getOrDefault(country, country) : "",
                    national ? "" : country,
                    ROLES.getOrDefault(actor.sector(), ""),
                    groups.getOrDefault(CellText.orEmpty(actor.id()), ""));
        }
    }
}
