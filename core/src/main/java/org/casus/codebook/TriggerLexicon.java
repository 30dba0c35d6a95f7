package org.casus.codebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.data.Table;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * The triggers of every CAMEO code ({@code triggers.tsv}), and the search for them in a sentence.
 *
 * <pre>{@code
 * lexicon.find(sentence)    // "held two rounds of talks with" → 046
 * }</pre>
 */
public final class TriggerLexicon {
    /** How many words a "*" spans at most. */
    static final int GAP = 4;

    private static final int COLUMNS = 4;
    private static final String WILDCARD = "*";

    private final Map<String, Node> starts = new HashMap<>();
    private final Map<String, List<String>> lemmasOf = new HashMap<>();
    private final int size;

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<TriggerPattern> ends = new ArrayList<>(1);
    }

    private TriggerLexicon(List<TriggerPattern> patterns) {
        Inflection inflection = new Inflection();
        Set<String> vocabulary = new HashSet<>();
        for (TriggerPattern pattern : patterns) {
            Node node = starts.computeIfAbsent(pattern.lemmas().get(0), lemma -> new Node());
            for (String lemma : pattern.lemmas().subList(1, pattern.lemmas().size())) {
                node = node.next.computeIfAbsent(lemma, key -> new Node());
            }
            node.ends.add(pattern);
            vocabulary.addAll(pattern.lemmas());
        }
        vocabulary.remove(WILDCARD);
        for (String lemma : vocabulary) {
            for (String form : inflection.forms(lemma)) {
                lemmasOf.computeIfAbsent(form, key -> new ArrayList<>(1)).add(lemma);
            }
        }
        size = patterns.size();
    }

    /** The lexicon that comes with the program, its codes checked against the codebook. */
    public static TriggerLexicon bundled(Codebook codebook) {
        return with(codebook, List.of());
    }

    /** The same with tables of one's own, like triggers.tsv: their patterns take the place of the same ones of the program. */
    public static TriggerLexicon with(Codebook codebook, List<Path> files) {
        Map<String, TriggerPattern> patterns = new LinkedHashMap<>();
        for (Path file : files) {
            add(patterns, codebook, Table.file(file, COLUMNS));
        }
        Map<String, TriggerPattern> bundled = new LinkedHashMap<>();
        add(bundled, codebook, Table.bundled("/org/casus/codebook/triggers.tsv", COLUMNS));
        bundled.forEach(patterns::putIfAbsent);
        return new TriggerLexicon(List.copyOf(patterns.values()));
    }

    private static void add(Map<String, TriggerPattern> patterns, Codebook codebook, Table table) {
        for (Table.Row row : table.rows()) {
            if (!codebook.has(row.text(0))) {
                throw row.wrong("'" + row.text(0) + "' is no CAMEO code", null);
            }
            TriggerPattern pattern = new TriggerPattern(
                    codebook.code(row.text(0)), part(row), List.of(row.text(2).split(" ")), direction(row));
            if (patterns.put(row.text(1) + " " + row.text(2), pattern) != null) {
                throw row.wrong("the trigger '" + row.text(2) + "' stands under two codes", null);
            }
        }
    }

    /** How many triggers there are. */
    public int size() {
        return size;
    }

    /** Every trigger in the sentence, by first token, longer ones first; they may overlap. */
    public List<TriggerMatch> find(Sentence sentence) {
        List<TriggerMatch> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        for (int t = 0; t < tokens.size(); t++) {
            for (String lemma : lemmas(tokens.get(t))) {
                Node start = starts.get(lemma);
                if (start != null) {
                    follow(start, t, t + 1, tokens, found);
                }
            }
        }
        found.sort(Comparator.comparingInt(TriggerMatch::first)
                .thenComparing(match -> -match.pattern().weight())
                .thenComparing(TriggerMatch::end)
                .thenComparing(match -> match.pattern().code().code()));
        return found;
    }

    private void follow(Node node, int first, int at, List<Token> tokens, List<TriggerMatch> found) {
        for (TriggerPattern pattern : node.ends) {
            found.add(new TriggerMatch(first, at, pattern));
        }
        if (at >= tokens.size() || node.next.isEmpty()) {
            return;
        }
        for (String lemma : lemmas(tokens.get(at))) {
            Node next = node.next.get(lemma);
            if (next != null) {
                follow(next, first, at + 1, tokens, found);
            }
        }
        Node wild = node.next.get(WILDCARD);
        if (wild != null) {
            skip(wild, first, at, tokens, found);
        }
    }

    private void skip(Node wild, int first, int at, List<Token> tokens, List<TriggerMatch> found) {
        for (int t = at; t < Math.min(tokens.size(), at + GAP + 1); t++) {
            if (endsClause(tokens.get(t))) {
                return;
            }
            for (String lemma : lemmas(tokens.get(t))) {
                Node next = wild.next.get(lemma);
                if (next != null) {
                    follow(next, first, t + 1, tokens, found);
                    return;
                }
            }
        }
    }

    private static boolean endsClause(Token token) {
        return switch (token.text()) {
            case ";", ":", ".", "\"", "--" -> true;
            default -> false;
        };
    }

    private List<String> lemmas(Token token) {
        List<String> lemmas = lemmasOf.get(token.lower());
        return lemmas == null ? List.of() : lemmas;
    }

    private static TriggerPattern.Part part(Table.Row row) {
        return switch (row.text(1)) {
            case "v" -> TriggerPattern.Part.VERB;
            case "n" -> TriggerPattern.Part.NOUN;
            case "a" -> TriggerPattern.Part.OTHER;
            default -> throw row.wrong("the part of speech is v, n or a, not '" + row.text(1) + "'", null);
        };
    }

    private static TriggerPattern.Direction direction(Table.Row row) {
        return switch (row.text(3)) {
            case ">" -> TriggerPattern.Direction.FORWARD;
            case "<" -> TriggerPattern.Direction.BACKWARD;
            case "<>" -> TriggerPattern.Direction.MUTUAL;
            default -> throw row.wrong("the direction is >, < or <>, not '" + row.text(3) + "'", null);
        };
    }
}
