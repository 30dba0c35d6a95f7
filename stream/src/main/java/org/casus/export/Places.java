package org.casus.export;

import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** What kind of place a place is, in GeoNames's words. */
final class Places {
    private Places() {}

    static boolean isTown(Place place) {
        return switch (place.kind()) {
            case CAPITAL, SEAT, TOWN -> true;
            case PROVINCE, COUNTRY, REGION -> false;
        };
    }

    /** GeoNames's feature code; null for regions and waters, whose kind is not kept. */
    static @Nullable String feature(Place place) {
        return switch (place.kind()) {
            case CAPITAL -> "PPLC";
            case SEAT -> "PPLA";
            case TOWN -> "PPL";
            case PROVINCE -> "ADM1";
            case COUNTRY -> "PCLI";
            case REGION -> null;
        };
    }
}
