package org.casus.codebook;

import java.util.Locale;

/** The four classes into which event types fall: words or deeds, cooperation or conflict (PLOVER manual, "Quad counts"). */
public enum QuadClass {
    VERBAL_COOPERATION,
    MATERIAL_COOPERATION,
    VERBAL_CONFLICT,
    MATERIAL_CONFLICT;

    /** As event JSON writes it: {@code verbal cooperation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** True for the two classes of cooperation. */
    public boolean isCooperation() {
        return this == VERBAL_COOPERATION || this == MATERIAL_COOPERATION;
    }
}
