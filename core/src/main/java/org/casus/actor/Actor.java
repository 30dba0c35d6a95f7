package org.casus.actor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a mention stands for.
 *
 * @param text the mention as written
 * @param name the usual name of a person or body, or null
 * @param country ISO 3166-1 alpha-3, or IGO, NGO, MNC; null where the text gives none
 * @param sector PLOVER's sector
 * @param role the office or occupation in a few words ("army chief"), or null
 * @param id the actor book's id of a known person or body, or null
 */
public record Actor(
        String text,
        @Nullable String name,
        @Nullable String country,
        Sector sector,
        @Nullable String role,
        @Nullable String id) {

    private static final Set<String> WORLD = Set.of("IGO", "NGO", "MNC");

    /** True when the country or a name tells this actor from others; "police" or "the group" alone do not. */
    public boolean isIdentified() {
        return country != null || id != null;
    }

    /** True for the code of a country; false for null and for IGO, NGO, MNC. */
    public static boolean isCountry(@Nullable String code) {
        return code != null && !WORLD.contains(code);
    }

    public Actor withSector(Sector other) {
        return new Actor(text, name, country, other, role, id);
    }

    public Actor withCountry(@Nullable String other) {
        return new Actor(text, name, other, sector, role, id);
    }
}
