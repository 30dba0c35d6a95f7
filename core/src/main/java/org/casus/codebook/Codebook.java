package org.casus.codebook;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.data.DataException;
import org.casus.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * The event types: PLOVER's 16 and CAMEO's codes, and how they belong together.
 *
 * <pre>{@code
 * Codebook codebook = Codebook.bundled();
 * codebook.code("043").type();          // CONSULT
 * codebook.code("043").goldstein();     // 2.8
 * }</pre>
 *
 * Sources: CAMEO Conflict and Mediation Event Observations codebook 1.1b3 (codes, Goldstein scale); PLOVER manual, draft of
 * 17 September 2021 (types, modes, contexts, scores) and its CAMEO conversion table. Where the table's type and the
 * manual's definitions disagree the definitions win: sanctions (163) are SANCTION, repression (175) is COERCE, blockade and
 * occupation (191, 192) are ASSAULT, an eased curfew (0813, 0814) is CONCEDE.
 */
public final class Codebook {
    private static final String HOME = "/org/casus/codebook/";

    private final Map<String, CameoCode> codes;
    private final Map<EventType, TypeDefinition> definitions;
    private final Map<EventType, Map<String, Double>> modeScores;
    private final Set<String> contexts;

    private Codebook(
            Map<String, CameoCode> codes,
            Map<EventType, TypeDefinition> definitions,
            Map<EventType, Map<String, Double>> modeScores,
            Set<String> contexts) {
        this.codes = codes;
        this.definitions = definitions;
        this.modeScores = modeScores;
        this.contexts = contexts;
    }

    /** The codebook that comes with the program. */
    public static Codebook bundled() {
        Map<EventType, TypeDefinition> definitions = readDefinitions();
        Map<EventType, Map<String, Double>> modes = readModes();
        Set<String> contexts = readContexts();
        return new Codebook(readCodes(modes, contexts), definitions, modes, contexts);
    }

    /** The code as written, three or four digits mostly; {@link DataException} when CAMEO has none such. */
    public CameoCode code(String code) {
        CameoCode found = codes.get(code);
        if (found == null) {
            throw new DataException("'" + code + "' is no CAMEO code");
        }
        return found;
    }

    /** True when CAMEO has the code. */
    public boolean has(String code) {
        return codes.containsKey(code);
    }

    /** Every code, sorted: 01, 010, 011, … */
    public Collection<CameoCode> codes() {
        return codes.values();
    }

    public TypeDefinition definition(EventType type) {
        return definitions.get(type);
    }

    /** PLOVER's conflict–cooperation score of a type in a mode (null: none). */
    public double score(EventType type, @Nullable String mode) {
        Double ofMode = modeScores.getOrDefault(type, Map.of()).get(mode == null ? "" : mode);
        return ofMode == null ? definition(type).score() : ofMode;
    }

    /** The modes that PLOVER gives a type; may be empty. */
    public Set<String> modes(EventType type) {
        return Collections.unmodifiableSet(
                modeScores.getOrDefault(type, Map.of()).keySet());
    }

    public Set<String> contexts() {
        return contexts;
    }

    private static Map<EventType, TypeDefinition> readDefinitions() {
        Map<EventType, TypeDefinition> definitions = new EnumMap<>(EventType.class);
        for (Table.Row row : Table.bundled(HOME + "plover.tsv", 5).rows()) {
            EventType type = row.constant(0, EventType.class);
            definitions.put(
                    type,
                    new TypeDefinition(
                            type,
                            row.constant(1, QuadClass.class),
                            row.number(2),
                            row.text(3).equals("needed"),
                            row.text(4)));
        }
        for (EventType type : EventType.values()) {
            if (!definitions.containsKey(type)) {
                throw new DataException(HOME + "plover.tsv: the type " + type + " is missing");
            }
        }
        return definitions;
    }

    private static Map<EventType, Map<String, Double>> readModes() {
        Map<EventType, Map<String, Double>> modes = new EnumMap<>(EventType.class);
        for (Table.Row row : Table.bundled(HOME + "modes.tsv", 3).rows()) {
            modes.computeIfAbsent(row.constant(0, EventType.class), type -> new TreeMap<>())
                    .put(row.text(1), row.number(2));
        }
        return modes;
    }

    private static Set<String> readContexts() {
        Set<String> contexts = new HashSet<>();
        for (Table.Row row : Table.bundled(HOME + "contexts.tsv", 1).rows()) {
            contexts.add(row.text(0));
        }
        return Set.copyOf(contexts);
    }

    private static Map<String, CameoCode> readCodes(Map<EventType, Map<String, Double>> modes, Set<String> contexts) {
        Map<String, CameoCode> codes = new TreeMap<>();
        for (Table.Row row : Table.bundled(HOME + "cameo.tsv", 7).rows()) {
            EventType type = row.text(3).isEmpty() ? null : row.constant(3, EventType.class);
            String mode = row.textOrNull(4);
            if (mode != null
                    && (type == null || !modes.getOrDefault(type, Map.of()).containsKey(mode))) {
                throw row.wrong("PLOVER gives " + type + " no mode '" + mode + "'", null);
            }
            if (!contexts.containsAll(row.list(5))) {
                throw row.wrong("unknown context in '" + row.text(5) + "'", null);
            }
            CameoCode code =
                    new CameoCode(row.text(0), row.text(6), row.textOrNull(1), row.number(2), type, mode, row.list(5));
            if (code.parent() != null && !codes.containsKey(code.parent())) {
                throw row.wrong("the parent " + code.parent() + " stands nowhere above", null);
            }
            if (codes.put(code.code(), code) != null) {
                throw row.wrong("the code " + code.code() + " is given twice", null);
            }
        }
        return Collections.unmodifiableMap(codes);
    }
}
