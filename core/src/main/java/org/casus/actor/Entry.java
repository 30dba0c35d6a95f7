package org.casus.actor;

import java.util.List;

/** What a name of the actor book stands for. */
public sealed interface Entry {

    /** How a country is named. */
    enum Form {
        NAME,
        ADJECTIVE,
        DEMONYM,
        CAPITAL,
        SEAT
    }

    /** A country by one of its names. {@code sector}: whose seat it is ("the Pentagon"), GOV otherwise. */
    record Country(String code, String name, Form form, Sector sector) implements Entry {}

    /** What a role word names. */
    enum RoleKind {
        PERSON,
        BODY,
        GROUP
    }

    /** A role or kind of people: "army chief", "foreign ministry", "rebels". {@code generic}: takes the sector of what it belongs to. */
    record Role(String label, RoleKind kind, Sector sector, boolean generic) implements Entry {}

    /** An organisation, national body, party or armed group known by name. */
    record Body(String id, String name, String country, Sector sector) implements Entry {}

    /** A known person with the offices held. */
    record Person(String id, String name, List<Office> offices) implements Entry {
        public Person {
            offices = List.copyOf(offices);
        }
    }

    /** An office and the days between which it was held; null where it is still open. */
    record Office(String country, Sector sector, String role, Period period) {}

    /** A longer name that only contains an actor's name: "Bank of America", "Georgia Tech". */
    record NonActor(String name) implements Entry {}
}
