package org.casus.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * A text made plain for matching, with the way back: curly quotes straightened, odd spaces made spaces, accents and
 * zero-width marks dropped, ligatures opened. {@code "Pakıstan’s"} becomes {@code "Pakistan's"}.
 *
 * <pre>{@code
 * CleanText clean = CleanText.of("Pak\u200Bistan’s");
 * clean.text();              // "Pakistan's"
 * clean.originalStart(8);    // 9: where the apostrophe stands in the text as delivered
 * }</pre>
 */
public final class CleanText {
    private final String text;
    private final int[] origin;
    private final int originalLength;

    private CleanText(String text, int[] origin, int originalLength) {
        this.text = text;
        this.origin = origin;
        this.originalLength = originalLength;
    }

    public static CleanText of(String original) {
        StringBuilder clean = new StringBuilder(original.length());
        int[] origin = new int[original.length() + 16];
        int length = 0;
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            String plain = plain(point);
            if (length + plain.length() > origin.length) {
                origin = Arrays.copyOf(origin, origin.length * 2 + plain.length());
            }
            for (int k = 0; k < plain.length(); k++) {
                origin[length++] = i;
            }
            clean.append(plain);
            i += Character.charCount(point);
        }
        return new CleanText(clean.toString(), Arrays.copyOf(origin, length), original.length());
    }

    /** The plain form of a phrase, when the way back is not needed. */
    public static String fold(String phrase) {
        return of(phrase).text();
    }

    public String text() {
        return text;
    }

    /** Where the character at {@code index} of the clean text starts in the original. */
    public int originalStart(int index) {
        return index < origin.length ? origin[index] : originalLength;
    }

    /** Where, in the original, a span ends whose exclusive end in the clean text is {@code end}. */
    public int originalEnd(int end) {
        if (end == 0) {
            return 0;
        }
        // the last character, with the marks after it that were dropped (accents, joiners); never an empty span
        int afterLast = origin[end - 1] + 1;
        return end < origin.length ? Math.max(origin[end], afterLast) : afterLast;
    }

    private static String plain(int point) {
        if (point < 0x80) {
            // control characters would otherwise reach tokens and terminals
            return point >= ' ' || point == '\n' || point == '\t' || point == '\r' ? ASCII[point] : " ";
        }
        String known = KNOWN.get(point);
        if (known != null) {
            return known;
        }
        int type = Character.getType(point);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return "";
        }
        if (type == Character.SPACE_SEPARATOR || type == Character.CONTROL) {
            return " ";
        }
        if (type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
            return "\n";
        }
        String character = Character.toString(point);
        if (Normalizer.isNormalized(character, Normalizer.Form.NFKD)) {
            return character;
        }
        return withoutMarks(Normalizer.normalize(character, Normalizer.Form.NFKD));
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Signs and letters that Unicode does not decompose, or not to what agencies write. */
    private static final Map<Integer, String> KNOWN = Map.ofEntries(
            entry("\u2018", "'"),
            entry("\u2019", "'"),
            entry("\u201A", "'"),
            entry("\u201B", "'"),
            entry("\u2032", "'"),
            entry("\u02BC", "'"),
            entry("\u02BB", "'"),
            entry("\uFF07", "'"),
            entry("\u00B4", "'"),
            entry("\u201C", "\""),
            entry("\u201D", "\""),
            entry("\u201E", "\""),
            entry("\u201F", "\""),
            entry("\u00AB", "\""),
            entry("\u00BB", "\""),
            entry("\u2033", "\""),
            entry("\u2010", "-"),
            entry("\u2011", "-"),
            entry("\u0131", "i"),
            entry("\u0142", "l"),
            entry("\u0141", "L"),
            entry("\u00F8", "o"),
            entry("\u00D8", "O"),
            entry("\u0111", "d"),
            entry("\u00F0", "d"),
            entry("\u0110", "D"),
            entry("\u00D0", "D"),
            entry("\u00DF", "ss"),
            entry("\u00E6", "ae"),
            entry("\u00C6", "Ae"));

    private static Map.Entry<Integer, String> entry(String sign, String plain) {
        return Map.entry(sign.codePointAt(0), plain);
    }

    private static final String[] ASCII = ascii();

    private static String[] ascii() {
        String[] strings = new String[0x80];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = Character.toString(i);
        }
        return strings;
    }
}
