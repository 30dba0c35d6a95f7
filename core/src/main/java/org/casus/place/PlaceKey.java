package org.casus.place;

import java.text.Normalizer;
import java.util.Locale;

/** What a place's name is searched by: plain letters in lower case. The same stands in tools/places.py, which sorts by it. */
final class PlaceKey {
    private static final String LETTERS = "łøđıæœðþ’‘ʻʼ`";
    private static final String PLAIN = "lodiaedp'''''";

    private PlaceKey() {}

    static String of(String name) {
        boolean plain = true;
        for (int i = 0; i < name.length() && plain; i++) {
            plain = name.charAt(i) < 128 && name.charAt(i) != '`';
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (plain) {
            return lower;
        }
        StringBuilder key = new StringBuilder();
        String parted = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < parted.length(); i++) {
            char letter = parted.charAt(i);
            int at = LETTERS.indexOf(letter);
            if (at >= 0) {
                key.append(PLAIN.charAt(at));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                key.append(letter);
            }
        }
        return key.toString();
    }
}
