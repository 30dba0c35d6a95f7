package org.casus.position;

/** How one party stands to another. */
public enum Stance {
    /** As a state, or as the rightful government of one. */
    RECOGNISES("recognises", "recognised"),
    DOES_NOT_RECOGNISE("does not recognise", "did not recognise"),
    ALLIED_WITH("is allied with", "was allied with"),
    /** In a dispute; always with an issue. */
    SUPPORTS("supports", "supported"),
    /** In a dispute; always with an issue. */
    OPPOSES("opposes", "opposed"),
    CEASEFIRE_WITH("has a ceasefire with", "had a ceasefire with"),
    SANCTIONS("has sanctions in force against", "had sanctions in force against");

    private final String holds;
    private final String held;

    Stance(String holds, String held) {
        this.holds = holds;
        this.held = held;
    }

    /** True where both parties stand alike to each other, so that the order of the two says nothing. */
    public boolean isMutual() {
        return this == ALLIED_WITH || this == CEASEFIRE_WITH;
    }

    /** True where nobody can stand so and in the other way to one party on one issue: recognising and not, supporting and opposing. */
    boolean excludes(Stance other) {
        return this != other && group() == other.group();
    }

    /** Stances that exclude each other have one group. */
    Stance group() {
        return switch (this) {
            case DOES_NOT_RECOGNISE -> RECOGNISES;
            case OPPOSES -> SUPPORTS;
            default -> this;
        };
    }

    /** The verb between holder and object: "does not recognise", or in the past "did not recognise". */
    String verb(boolean open) {
        return open ? holds : held;
    }
}
