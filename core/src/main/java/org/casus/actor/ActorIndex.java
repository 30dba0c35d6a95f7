package org.casus.actor;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * Finds the names of an {@link ActorBook} in a sentence, all in one pass whatever the size of the book (Aho and Corasick,
 * "Efficient string matching", CACM 1975). Longest match wins; a name inside a longer one does not leak out.
 */
public final class ActorIndex {
    private final AhoCorasickDoubleArrayTrie<List<ActorBook.Alias>> names = new AhoCorasickDoubleArrayTrie<>();

    private final Leaders leaders;

    public ActorIndex(ActorBook book) {
        names.build(new TreeMap<>(book.aliases()));
        leaders = new Leaders(book);
    }

    /** The heads of states and governments in the book. */
    Leaders leaders() {
        return leaders;
    }

    /** The names in a sentence, left to right, none overlapping another. */
    public List<Hit> find(Sentence sentence) {
        WordView view = new WordView(sentence.tokens());
        List<Found> all = new ArrayList<>();
        names.parseText(view.text, (begin, end, aliases) -> {
            int firstWord = view.wordAt[begin + 1];
            int lastWord = view.wordAt[end - 2];
            List<Entry> entries = view.fitting(aliases, firstWord);
            if (!entries.isEmpty()) {
                Hit hit = new Hit(view.tokenOf.get(firstWord), view.tokenOf.get(lastWord) + 1, entries);
                all.add(new Found(hit, firstWord, lastWord + 1));
            }
        });
        return longest(all);
    }

    /** A hit and its place in words, which are finer than tokens: "Guinea-Bissau" may be one token. */
    private record Found(Hit hit, int firstWord, int endWord) {
        int length() {
            return endWord - firstWord;
        }
    }

    private static List<Hit> longest(List<Found> all) {
        all.sort(Comparator.comparingInt(Found::firstWord).thenComparing(found -> -found.length()));
        List<Found> kept = new ArrayList<>(all.size());
        for (Found found : all) {
            Found last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            boolean free = last == null
                    || (found.firstWord() >= last.endWord()
                            && found.hit().first() >= last.hit().end());
            if (free) {
                kept.add(found);
            } else if (found.length() > last.length()) {
                kept.set(kept.size() - 1, found);
            }
        }
        return kept.stream().map(Found::hit).toList();
    }

    /** The sentence as the book's search keys see it, with the token of every word. */
    private static final class WordView {
        final String text;
        final int[] wordAt;
        final List<Integer> tokenOf = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final boolean shouting;

        WordView(List<Token> tokens) {
            for (int t = 0; t < tokens.size(); t++) {
                for (String word : Words.ofPlain(tokens.get(t).text())) {
                    words.add(word);
                    tokenOf.add(t);
                }
            }
            StringBuilder joined = new StringBuilder(" ");
            List<String> stems = words.stream().map(Words::stem).toList();
            wordAt = new int
                    [1 + stems.stream().mapToInt(stem -> stem.length() + 1).sum()];
            for (int w = 0; w < stems.size(); w++) {
                for (int i = 0; i <= stems.get(w).length(); i++) {
                    wordAt[joined.length() + i] = w;
                }
                joined.append(stems.get(w)).append(' ');
            }
            text = joined.toString();
            shouting = words.stream().noneMatch(word -> Character.isLowerCase(word.charAt(word.length() - 1)));
        }

        /** What the words at a place stand for; those that are written just so come before singulars of plurals. */
        List<Entry> fitting(List<ActorBook.Alias> aliases, int firstWord) {
            List<Entry> exact = new ArrayList<>(aliases.size());
            List<Entry> loose = new ArrayList<>(0);
            for (ActorBook.Alias alias : aliases) {
                boolean same = isWritten(alias.words(), firstWord);
                if (same && (!alias.proper() || capitalsFit(alias.words(), firstWord))) {
                    exact.add(alias.entry());
                } else if (!same && !alias.exact()) {
                    loose.add(alias.entry());
                }
            }
            exact.addAll(loose);
            return exact;
        }

        private boolean isWritten(List<String> name, int firstWord) {
            for (int i = 0; i < name.size(); i++) {
                if (!name.get(i).equalsIgnoreCase(words.get(firstWord + i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean capitalsFit(List<String> name, int firstWord) {
            for (int i = 0; i < name.size(); i++) {
                String wanted = name.get(i);
                String found = words.get(firstWord + i);
                if (Character.isUpperCase(wanted.charAt(0)) && !Character.isUpperCase(found.charAt(0))) {
                    return false;
                }
                if (isAcronym(wanted) && !found.equals(wanted)) {
                    return false;
                }
            }
            // "US" in a line of capitals may be "us": a single short acronym proves nothing there
            return !(shouting && name.size() == 1 && isAcronym(name.get(0)) && words.size() > 2);
        }

        private static boolean isAcronym(String word) {
            return word.length() > 1 && word.length() <= 6 && word.equals(word.toUpperCase(Locale.ROOT));
        }
    }
}
