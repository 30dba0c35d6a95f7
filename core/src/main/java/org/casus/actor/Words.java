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
        List<String> words = new ArrayList<>();
        String plain = CleanText.fold(name);
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

    /** The search key of a word sequence: lower case, blanks around every word. */
    static String key(List<String> words) {
        return " " + String.join(" ", words).toLowerCase(Locale.ROOT) + " ";
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Signs over which no name runs; hyphens, full stops and apostrophes join. */
    private static boolean isBarrier(char c) {
        return ",;:!?()[]\"/".indexOf(c) >= 0;
    }
}
