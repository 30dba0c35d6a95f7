package org.casus.store;

import java.time.LocalDate;

/** The orders in which events can be asked for; among equals the one coded later comes first in falling orders, last in rising ones. */
public enum EventSort {
    NEWEST("-date", "e.moment", true, Kind.DAY),
    OLDEST("date", "e.moment", false, Kind.DAY),
    SUREST("-confidence", "e.confidence", true, Kind.NUMBER),
    LEAST_SURE("confidence", "e.confidence", false, Kind.NUMBER),
    LAST_CODED("-coded", "e.event_key", true, Kind.KEY),
    FIRST_CODED("coded", "e.event_key", false, Kind.KEY),
    TYPE("type", "e.type", false, Kind.TEXT),
    TYPE_FALLING("-type", "e.type", true, Kind.TEXT),
    GOLDSTEIN("goldstein", "e.goldstein", false, Kind.NUMBER),
    GOLDSTEIN_FALLING("-goldstein", "e.goldstein", true, Kind.NUMBER),
    SOURCE("source", "e.source_party", false, Kind.TEXT),
    SOURCE_FALLING("-source", "e.source_party", true, Kind.TEXT),
    TARGET("target", "coalesce(e.target_party, '')", false, Kind.TEXT),
    TARGET_FALLING("-target", "coalesce(e.target_party, '')", true, Kind.TEXT);

    private final String label;
    private final String column;
    private final boolean falling;
    private final Kind kind;

    /** What an order's values are. */
    enum Kind {
        DAY,
        NUMBER,
        KEY,
        TEXT;

        /** A value as a cursor holds it; IllegalArgumentException or DateTimeParseException when it is none. */
        Object parse(String text) {
            return switch (this) {
                case DAY -> LocalDate.parse(text);
                case NUMBER -> Double.valueOf(text);
                case KEY -> Long.valueOf(text);
                case TEXT -> text;
            };
        }
    }

    EventSort(String label, String column, boolean falling, Kind kind) {
        this.label = label;
        this.column = column;
        this.falling = falling;
        this.kind = kind;
    }

    /** As a request names it: {@code -date}. */
    public String label() {
        return label;
    }

    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    String order() {
        String direction = falling ? " DESC" : " ASC";
        return kind == Kind.KEY ? column + direction : column + direction + ", e.event_key" + direction;
    }

    /** What lies behind a row: its value once or three times, and its key. */
    String behind() {
        String sign = falling ? "<" : ">";
        return kind == Kind.KEY
                ? "e.event_key " + sign + " ?"
                : "(" + column + " " + sign + "= ? AND (" + column + " " + sign + " ? OR e.event_key " + sign + " ?))";
    }
}
