package org.casus.reader;

/** What kind of actor a mention names, as its words alone tell. */
public enum Kind {
    /** A country or government named as such, also by its capital. */
    STATE,
    PERSON,
    /** A ministry, army, party, company, court, agency. */
    ORG,
    /** People by kind: protesters, troops, officials. */
    GROUP,
    /** A place that does not act. */
    LOC
}
