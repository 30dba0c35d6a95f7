package org.casus.actor;

import java.util.List;
import java.util.Map;

/** Plural and singular of role phrases: "chief of staff" ↔ "chiefs of staff". Enough for role words, not for all of English. */
final class Plurals {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("child", "children"),
            Map.entry("person", "people"),
            Map.entry("wife", "wives"),
            Map.entry("militia", "militias"),
            Map.entry("clergy", "clergy"),
            Map.entry("police", "police"),
            Map.entry("staff", "staff"),
            Map.entry("personnel", "personnel"),
            Map.entry("forces", "forces"),
            Map.entry("armed forces", "armed forces"),
            Map.entry("aircraft", "aircraft"),
            Map.entry("chief", "chiefs"),
            Map.entry("gulf", "gulfs"));

    private static final List<String> LINKS = List.of(" of ", " for ", " in ", " to ", " at ");

    private Plurals() {}

    static Entry.RoleKind otherKind(Entry.RoleKind kind) {
        return kind == Entry.RoleKind.GROUP ? Entry.RoleKind.PERSON : Entry.RoleKind.GROUP;
    }

    static List<String> plural(String phrase) {
        int cut = headEnd(phrase);
        String head = phrase.substring(0, cut);
        String rest = phrase.substring(cut);
        int blank = head.lastIndexOf(' ') + 1;
        String before = head.substring(0, blank);
        String word = head.substring(blank);
        String plural = pluralWord(word);
        if (plural.equals(word)) {
            return List.of();
        }
        return rest.isEmpty() && before.endsWith("attorney ")
                ? List.of(before.strip() + "s " + word)
                : List.of(before + plural + rest);
    }

    static List<String> singular(String phrase) {
        int cut = headEnd(phrase);
        String head = phrase.substring(0, cut);
        int blank = head.lastIndexOf(' ') + 1;
        String word = head.substring(blank);
        String singular = singularWord(word);
        return singular.equals(word) ? List.of() : List.of(head.substring(0, blank) + singular + phrase.substring(cut));
    }

    private static int headEnd(String phrase) {
        return LINKS.stream().mapToInt(phrase::indexOf).filter(at -> at > 0).min().orElse(phrase.length());
    }

    private static String pluralWord(String word) {
        for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
            if (word.equals(irregular.getKey())
                    || (word.endsWith(irregular.getKey()) && irregular.getKey().endsWith("man"))) {
                return word.substring(0, word.length() - irregular.getKey().length()) + irregular.getValue();
            }
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("y") && word.length() > 2 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")) {
            return word + "es";
        }
        return word + "s";
    }

    private static String singularWord(String word) {
        for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
            String plural = irregular.getValue();
            if (!plural.equals(irregular.getKey())
                    && (word.equals(plural) || (word.endsWith(plural) && plural.endsWith("men")))) {
                return word.substring(0, word.length() - plural.length()) + irregular.getKey();
            }
        }
        if (word.equals("forces") || word.equals("police") || word.endsWith("ss") || word.endsWith("us") || word.equals("series")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }
}
