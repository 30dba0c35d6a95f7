package org.casus.position;

/**
 * What a position is about.
 *
 * @param id a dispute's id in disputes.tsv ("jammu-and-kashmir"), or made from the name where the list does not know it
 * @param name for people: "Jammu and Kashmir"
 */
public record Issue(String id, String name) {}
