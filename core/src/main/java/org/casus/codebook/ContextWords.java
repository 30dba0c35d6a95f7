package org.casus.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.data.Table;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * PLOVER's contexts by the words of a sentence ({@code context-words.tsv}). A code tells what was done and seldom what it was about:
 * a minister's visit is diplomatic by its code, and about health when it is to a vaccine plant.
 *
 * <pre>{@code
 * words.of(sentence) // "Hackers broke into the court's computers" → [legal, cyber]
 * }</pre>
 */
public final class ContextWords {
    private static final String HOME = "/org/casus/codebook/context-words.tsv";
    /** An ending may follow where there is a star. */
    private static final String ANY_ENDING = "*";

    /** Words that stand side by side and what they tell. */
    private record Phrase(List<String> words, String context) {}

    private final List<String> order = new ArrayList<>();
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final List<Phrase> open = new ArrayList<>();

    private ContextWords() {}

    /** The table that comes with the program, its contexts checked against the codebook. */
    public static ContextWords bundled(Codebook codebook) {
        ContextWords words = new ContextWords();
        for (Table.Row row : Table.bundled(HOME, 2).rows()) {
            String context = row.text(0);
            if (!codebook.contexts().contains(context)) {
                throw row.wrong("PLOVER has no context '" + context + "'", null);
            }
            words.order.add(context);
            row.list(1).forEach(phrase -> words.add(new Phrase(List.of(phrase.split(" ")), context)));
        }
        return words;
    }

    private void add(Phrase phrase) {
        String first = phrase.words().get(0);
        if (first.endsWith(ANY_ENDING)) {
            open.add(phrase);
        } else {
            byFirst.computeIfAbsent(first, word -> new ArrayList<>(1)).add(phrase);
            byFirst.computeIfAbsent(first + "s", word -> new ArrayList<>(1)).add(phrase);
        }
    }

    /** What a sentence is about, in the order of the table; often nothing. */
    public List<String> of(Sentence sentence) {
        List<String> words = sentence.tokens().stream().map(Token::lower).toList();
        Set<String> found = new LinkedHashSet<>();
        for (int t = 0; t < words.size(); t++) {
            for (Phrase phrase : byFirst.getOrDefault(words.get(t), List.of())) {
                addIfHere(phrase, words, t, found);
            }
            for (Phrase phrase : open) {
                addIfHere(phrase, words, t, found);
            }
        }
        return order.stream().filter(found::contains).toList();
    }

    private static void addIfHere(Phrase phrase, List<String> words, int at, Set<String> found) {
        if (at + phrase.words().size() > words.size()) {
            return;
        }
        for (int i = 0; i < phrase.words().size(); i++) {
            if (!isForm(phrase.words().get(i), words.get(at + i))) {
                return;
            }
        }
        found.add(phrase.context());
    }

    private static boolean isForm(String wanted, String word) {
        return wanted.endsWith(ANY_ENDING)
                ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                : word.equals(wanted) || (word.length() == wanted.length() + 1 && word.equals(wanted + "s"));
    }
}
