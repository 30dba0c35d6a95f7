package org.casus.eval;

import org.jspecify.annotations.Nullable;

/** How closely an event must match gold: with sectors, with countries, or by type and one country. */
public enum Level {
    STRICT,
    TUPLE,
    TYPE;

    @Nullable
    String of(GoldEvent.@Nullable Side side) {
        if (side == null) {
            return null;
        }
        return this == STRICT ? side.country() + " " + side.sector() : side.country();
    }
}
