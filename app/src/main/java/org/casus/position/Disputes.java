package org.casus.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.data.Table;

/** The known disputes of {@code resources/org/casus/position/disputes.tsv}, and the search for their names in a sentence. */
public final class Disputes {
    private final List<Dispute> disputes;

    /**
     * One dispute.
     *
     * @param parties codes of countries and ids of bodies
     * @param names words that tell it; a name without capitals is found in any case, others as written
     */
    public record Dispute(String id, String name, Set<String> parties, List<String> names, Kind kind) {
        public Dispute {
            parties = Set.copyOf(parties);
            names = List.copyOf(names);
        }

        Issue issue() {
            return new Issue(id, name);
        }
    }

    /** What is in dispute. */
    public enum Kind {
        ARMS,
        GOVERNMENT,
        MINORITY,
        NUCLEAR,
        STATUS,
        TERRITORY,
        TRADE,
        WATER
    }

    /** A dispute's name in a sentence, from {@code start} to {@code end} exclusive. */
    record Named(Dispute dispute, int start, int end) {}

    private Disputes(List<Dispute> disputes) {
        this.disputes = List.copyOf(disputes);
    }

    /** The list that comes with the program. */
    public static Disputes bundled() {
        List<Dispute> disputes = new ArrayList<>();
        for (Table.Row row :
                Table.bundled("/org/casus/position/disputes.tsv", 5).rows()) {
            disputes.add(new Dispute(
                    row.text(0), row.text(1), Set.copyOf(row.list(2)), row.list(3), row.constant(4, Kind.class)));
        }
        return new Disputes(disputes);
    }

    /** All of them, by id. */
    public List<Dispute> all() {
        return disputes;
    }

    /** The dispute with this id; empty where the list has none. */
    public Optional<Dispute> find(String id) {
        return disputes.stream().filter(dispute -> dispute.id().equals(id)).findFirst();
    }

    /** Every name of a dispute in the sentence, those that lie inside others too. */
    List<Named> in(String sentence) {
        String small = sentence.toLowerCase(Locale.ROOT);
        List<Named> found = new ArrayList<>();
        for (Dispute dispute : disputes) {
            for (String name : dispute.names()) {
                String text = name.equals(name.toLowerCase(Locale.ROOT)) ? small : sentence;
                for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                    int end = at + name.length();
                    if (isEdge(text, at - 1) && isEdge(text, end)) {
                        found.add(new Named(dispute, at, end));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
