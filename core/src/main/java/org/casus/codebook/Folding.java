package org.casus.codebook;

import java.util.Map;

/**
 * Where an answer is its type alone: what is only planned becomes the announcement of it.
 *
 * <pre>{@code
 * new Folding(codebook).fold(codebook.code("042"), Status.PLANNED).code(); // "036", express intent to meet: AGREE
 * }</pre>
 *
 * Sources: PLOVER manual, draft of 17 September 2021, on folding auxiliary modes (future cooperation is AGREE, hypothetical violence
 * THREATEN); CAMEO codebook 1.1b3, sections 03 and 13, where future yielding is "express intent to yield" too, and every planned
 * material conflict has its threat.
 */
public final class Folding {
    /** The code of the intent by the code of the deed; a code without its own has that of its parent. */
    private static final Map<String, String> INTENTS = Map.ofEntries(
            Map.entry("04", "036"),
            Map.entry("045", "039"),
            Map.entry("05", "032"),
            Map.entry("06", "031"),
            Map.entry("061", "0311"),
            Map.entry("062", "0312"),
            Map.entry("063", "0313"),
            Map.entry("064", "0314"),
            Map.entry("07", "033"),
            Map.entry("071", "0331"),
            Map.entry("072", "0332"),
            Map.entry("073", "0333"),
            Map.entry("074", "0334"),
            Map.entry("08", "035"),
            Map.entry("081", "0351"),
            Map.entry("082", "0352"),
            Map.entry("083", "034"),
            Map.entry("0831", "0341"),
            Map.entry("0832", "0342"),
            Map.entry("0833", "0343"),
            Map.entry("0834", "0344"),
            Map.entry("084", "0353"),
            Map.entry("085", "0354"),
            Map.entry("086", "0355"),
            Map.entry("087", "0356"),
            Map.entry("14", "133"),
            Map.entry("15", "138"),
            Map.entry("16", "131"),
            Map.entry("160", "1313"),
            Map.entry("161", "1313"),
            Map.entry("162", "1311"),
            Map.entry("163", "1312"),
            Map.entry("164", "134"),
            Map.entry("165", "135"),
            Map.entry("166", "136"),
            Map.entry("17", "132"),
            Map.entry("1721", "1321"),
            Map.entry("1722", "1322"),
            Map.entry("1723", "1323"),
            Map.entry("1724", "1324"),
            Map.entry("175", "137"),
            Map.entry("18", "138"),
            Map.entry("19", "138"),
            Map.entry("191", "1381"),
            Map.entry("192", "1382"),
            Map.entry("20", "1383"));

    private final Codebook codebook;

    public Folding(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The code of the intent where the deed is planned and has one; the code itself otherwise. */
    public CameoCode fold(CameoCode code, Status status) {
        if (status != Status.PLANNED) {
            return code;
        }
        String at = code.code();
        while (at != null && !INTENTS.containsKey(at)) {
            at = codebook.code(at).parent();
        }
        return at == null ? code : codebook.code(INTENTS.get(at));
    }
}
