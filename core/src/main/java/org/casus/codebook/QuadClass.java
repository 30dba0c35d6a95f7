package org.casus.codebook;

import java.util.Arrays;
import java.util.Locale;

/** The four classes into which event types fall: words or deeds, cooperation or conflict (PLOVER manual, "Quad counts"). */
public enum QuadClass {
    VERBAL_COOPERATION(1),
    MATERIAL_COOPERATION(2),
    VERBAL_CONFLICT(3),
    MATERIAL_CONFLICT(4);

    private final int number;

    QuadClass(int number) {
        this.number = number;
    }

    /** The class of a number, 1 to 4; IllegalArgumentException for others. */
    public static QuadClass of(int number) {
        return Arrays.stream(values())
                .filter(quad -> quad.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no quad class: " + number));
    }

    /** 1 to 4, as GDELT and Phoenix write it. */
    public int number() {
        return number;
    }

    /** As event JSON writes it: {@code verbal cooperation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** True for the two classes of cooperation. */
    public boolean isCooperation() {
        return this == VERBAL_COOPERATION || this == MATERIAL_COOPERATION;
    }
}
