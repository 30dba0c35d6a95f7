package org.casus.spark;

import org.casus.Casus;

/** The coder of this executor: loaded when its first task asks, then shared by all. Takes a second and 200 MB. */
final class Coders {
    private Coders() {}

    private static final class Loaded {
        static final Casus CASUS = Casus.load();
    }

    static Casus casus() {
        return Loaded.CASUS;
    }
}
