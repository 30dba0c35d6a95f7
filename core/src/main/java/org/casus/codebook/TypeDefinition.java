package org.casus.codebook;

/**
 * What the codebook says of an event type.
 *
 * @param score PLOVER's conflict–cooperation score, −10 to +10
 * @param targetNeeded false where PLOVER lets an event of this type have no target
 */
public record TypeDefinition(EventType type, QuadClass quad, double score, boolean targetNeeded, String definition) {}
