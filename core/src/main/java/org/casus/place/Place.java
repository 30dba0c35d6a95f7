package org.casus.place;

import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param name as the gazetteer has it
 * @param country ISO 3166-1 alpha-3 (XKX Kosovo); null where it lies in several or none
 * @param province the code of its first-level region within the country; empty where unknown
 * @param latitude degrees north
 * @param longitude degrees east
 * @param population inhabitants as far as known, else 0
 * @param geonameId the number in GeoNames, or null
 */
public record Place(
        String name,
        Kind kind,
        @Nullable String country,
        String province,
        double latitude,
        double longitude,
        int population,
        @Nullable Integer geonameId) {
    private static final double EARTH_RADIUS_KM = 6371;

    /** What it is. */
    public enum Kind {
        CAPITAL,
        SEAT,
        TOWN,
        PROVINCE,
        COUNTRY,
        /** What regions.tsv adds: regions, waters, borders, camps, and towns of conflict that the table of towns lacks. */
        REGION
    }

    /** Kilometres to another, along the great circle. */
    public double distance(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
