package org.casus.reader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BERT's uncased tokenizer: control characters dropped, words parted at blanks, signs and Chinese characters, lower case without
 * accents, each word cut into the longest pieces of the vocabulary (Devlin et al., "BERT", 2019; Wu et al., "Google's neural machine
 * translation system", 2016, section 4.1). Keeps the place of each piece in the text, which the models' own tokenizers for Java do not.
 *
 * <pre>{@code
 * pieces.of("Zürich protests")    // [CLS] zurich protests [SEP]
 * }</pre>
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int unknown;
    private final int open;
    private final int close;

    /** @param words the vocabulary, a word's number being its place */
    WordPieces(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            vocabulary.put(words.get(i), i);
        }
        unknown = number("[UNK]");
        open = number("[CLS]");
        close = number("[SEP]");
    }

    private int number(String word) {
        Integer found = vocabulary.get(word);
        if (found == null) {
            throw new IllegalArgumentException("the vocabulary has no " + word);
        }
        return found;
    }

    /**
     * The pieces of a text, between an opening and a closing mark that stand at no place of the text.
     *
     * @param ids their numbers in the vocabulary
     * @param starts where each begins in the text, in UTF-16 units
     * @param ends where each ends, exclusive
     * @param opensWord whether it is the first of its word
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
    record Pieces(int[] ids, int[] starts, int[] ends, boolean[] opensWord) {
        int size() {
            return ids.length;
        }
    }

    Pieces of(String text) {
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[] {open, 0, 0, 0});
        Word word = new Word();
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            if (isDropped(c)) {
                continue;
            }
            if (isBlank(c)) {
                cut(word, rows);
                continue;
            }
            String plain = plain(c);
            boolean alone = isSign(c) || isIdeograph(c);
            if (alone) {
                cut(word, rows);
            }
            for (int k = 0; k < plain.length(); k += Character.charCount(plain.codePointAt(k))) {
                int p = plain.codePointAt(k);
                // a letter may come apart into letter and sign: the sign is a word of its own
                boolean sign = !alone && isSign(p);
                if (sign) {
                    cut(word, rows);
                }
                word.add(p, i, next);
                if (sign) {
                    cut(word, rows);
                }
            }
            if (alone) {
                cut(word, rows);
            }
        }
        cut(word, rows);
        rows.add(new int[] {close, 0, 0, 0});
        return pieces(rows);
    }

    private static Pieces pieces(List<int[]> rows) {
        int n = rows.size();
        Pieces pieces = new Pieces(new int[n], new int[n], new int[n], new boolean[n]);
        for (int i = 0; i < n; i++) {
            int[] row = rows.get(i);
            pieces.ids[i] = row[0];
            pieces.starts[i] = row[1];
            pieces.ends[i] = row[2];
            pieces.opensWord[i] = row[3] == 1;
        }
        return pieces;
    }

    /** A word in plain letters, with the place in the text of each. */
    private static final class Word {
        final StringBuilder letters = new StringBuilder();
        final List<int[]> places = new ArrayList<>();

        void add(int letter, int start, int end) {
            letters.appendCodePoint(letter);
            for (int k = 0; k < Character.charCount(letter); k++) {
                places.add(new int[] {start, end});
            }
        }
    }

    private void cut(Word word, List<int[]> rows) {
        int length = word.letters.length();
        if (length == 0) {
            return;
        }
        int from = rows.size();
        if (word.letters.codePointCount(0, length) > LONGEST_WORD || !match(word, rows)) {
            while (rows.size() > from) {
                rows.remove(rows.size() - 1);
            }
            rows.add(row(unknown, word, 0, length, true));
        }
        word.letters.setLength(0);
        word.places.clear();
    }

    private boolean match(Word word, List<int[]> rows) {
        int length = word.letters.length();
        int at = 0;
        while (at < length) {
            int end = length;
            Integer id = null;
            while (end > at) {
                String piece = (at == 0 ? "" : "##") + word.letters.substring(at, end);
                id = vocabulary.get(piece);
                if (id != null) {
                    break;
                }
                end -= end - at >= 2 && Character.isLowSurrogate(word.letters.charAt(end - 1)) ? 2 : 1;
            }
            if (id == null) {
                return false;
            }
            rows.add(row(id, word, at, end, at == 0));
            at = end;
        }
        return true;
    }

    private static int[] row(int id, Word word, int from, int to, boolean opens) {
        return new int[] {id, word.places.get(from)[0], word.places.get(to - 1)[1], opens ? 1 : 0};
    }

    /** Without accents, in lower case; empty for a combining mark. */
    private static String plain(int c) {
        if (c < 0x80) {
            return String.valueOf((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        }
        StringBuilder plain = new StringBuilder(2);
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                .codePoints()
                .filter(p -> Character.getType(p) != Character.NON_SPACING_MARK)
                .forEach(p -> lower(p, plain));
        return plain.toString();
    }

    private static void lower(int c, StringBuilder out) {
        // "İ" is the one letter whose lower case is longer; its dot is a mark
        out.appendCodePoint(Character.toLowerCase(c));
    }

    private static boolean isDropped(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isSign(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
