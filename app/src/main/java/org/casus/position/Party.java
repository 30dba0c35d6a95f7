package org.casus.position;

/**
 * Who holds a position or is the object of one: a state as a whole, or a body known by name.
 *
 * @param id the country's code (ISO 3166-1 alpha-3, XKX) for whoever acts for a state, else the actor book's id ("eu", "hamas")
 * @param name for people: "Pakistan"
 */
public record Party(String id, String name) {}
