package org.casus.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.text.CleanText;

/** Names and sentences cut into the same plain words, so that "al-Qaeda", "al Qaeda" and "Al-Qaeda's" meet. */
final class Words {
    private Words() {}

    /** The words of a name, made plain, cases kept: "U.S." gives "U", "S"; a comma is a word. */
    static List<String> of(String name) {
        return ofPlain(CleanText.fold(name));
    }

    /** The same of a text that is plain already. */
    static List<String> ofPlain(String plain) {
        List<String> words = new ArrayList<>(2);
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && isWordChar(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside) {
                if (start >= 0) {
                    words.add(plain.substring(start, i));
                    start = -1;
                }
                if (i < plain.length() && isBarrier(plain.charAt(i))) {
                    words.add(plain.substring(i, i + 1));
                }
            }
        }
        return words;
    }

    /** The search key of a word sequence: lower case, without plurals, blanks around every word. */
    static String key(List<String> words) {
        StringBuilder key = new StringBuilder(" ");
        for (String word : words) {
            key.append(stem(word)).append(' ');
        }
        return key.toString();
    }

    /** A word in lower case and without its plural, so that "chiefs of staff" and "chief of staff" meet. */
    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int n = lower.length();
        if (lower.equals("children")) {
            return "child";
        }
        if (n > 3 && lower.endsWith("men")) {
            return lower.substring(0, n - 2) + "an";
        }
        if (n < 4 || !lower.endsWith("s") || lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is")) {
            return lower;
        }
        if (n > 4 && lower.endsWith("ies")) {
            return lower.substring(0, n - 3) + "y";
        }
        boolean longEnding =
                lower.endsWith("sses") || lower.endsWith("ches") || lower.endsWith("shes") || lower.endsWith("xes");
        return lower.substring(0, longEnding ? n - 2 : n - 1);
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Signs over which no name runs; hyphens, full stops and apostrophes join. */
    private static boolean isBarrier(char c) {
        return ",;:!?()[]\"/".indexOf(c) >= 0;
    }
}
