package org.casus.story;

/** What speaks for or against two texts telling one happening. {@code clues.tsv} says how much each weighs. */
enum Clue {
    /** Weight of the common words, 0 to 1. */
    ALIKE,
    /** How much of the shorter text stands in the longer, 0 to 1. */
    CONTAINED,
    /** Rare words in common, {@value Clues#MANY} or more as 1. */
    RARE_WORDS,
    NUMBER,
    OTHER_NUMBERS,
    PLACE,
    OTHER_PLACES,
    NAME,
    OTHER_NAMES,
    WEEKDAY,
    OTHER_WEEKDAYS,
    OTHER_COUNTRIES,
    /** The events have the same parties and type. */
    SAME_EVENT,
    /** The same parties, another type of the same kind. */
    OTHER_TYPE,
    /** The same parties, a deed of another kind. */
    OTHER_KIND,
    /** The same parties, the other way round. */
    REVERSED,
    ONE_PARTY,
    NO_PARTY,
    /** The coder found no event in one of the texts. */
    UNCODED,
    NEXT_DAY,
    DAYS_APART,
    /** One is of the state and the other is not, or they are of two trades. */
    OTHER_SECTOR,
    /** Always there: how rarely two texts tell one happening. */
    ALWAYS
}
