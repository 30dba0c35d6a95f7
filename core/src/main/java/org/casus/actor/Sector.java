package org.casus.actor;

/** PLOVER's sectors: what kind of actor someone is (PLOVER manual, "Sector codes"). */
public enum Sector {
    GOV,
    MIL,
    LEG,
    JUD,
    COP,
    SPY,
    PTY,
    OPP,
    REB,
    PRM,
    UAF,
    CRM,
    CVL,
    SOC,
    JRN,
    MED,
    BUS,
    LAB,
    AGR,
    EDU,
    REL,
    REF,
    ELI,
    PRE,
    UNK,
    IGO,
    NGO,
    MNC
}
