package org.casus.codebook;

/**
 * PLOVER's 16 event types (manual of 2021). What each means, its quad class and its score stand in the codebook's
 * {@code plover.tsv}; {@link Codebook#definition} gives them.
 */
public enum EventType {
    AGREE,
    CONSULT,
    SUPPORT,
    CONCEDE,
    COOPERATE,
    AID,
    RETREAT,
    REQUEST,
    ACCUSE,
    REJECT,
    THREATEN,
    PROTEST,
    SANCTION,
    MOBILIZE,
    COERCE,
    ASSAULT
}
