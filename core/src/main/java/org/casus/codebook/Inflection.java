package org.casus.codebook;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.casus.data.Table;

/**
 * The forms of an English word: "withdraw" → withdraw, withdraws, withdrew, withdrawn, withdrawing. Irregular verbs and nouns
 * are data ({@code irregular.tsv}). It may give a form too many ("rioted", "riotted"), never one that is another word's by rule.
 */
final class Inflection {
    private static final String VOWELS = "aeiou";

    private final Map<String, Set<String>> irregular = new HashMap<>();

    Inflection() {
        for (Table.Row row :
                Table.bundled("/org/casus/codebook/irregular.tsv", 2).rows()) {
            irregular
                    .computeIfAbsent(row.text(0), lemma -> new LinkedHashSet<>())
                    .addAll(row.list(1));
        }
    }

    /** Every form of the lemma, itself included. Verb and noun forms together: the part of speech decides elsewhere. */
    Set<String> forms(String lemma) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(lemma);
        boolean wordLike = lemma.length() >= 3 || irregular.containsKey(lemma);
        if (!wordLike || !Character.isLetter(lemma.charAt(lemma.length() - 1))) {
            return forms;
        }
        Set<String> known = irregular.get(lemma);
        if (known != null) {
            forms.addAll(known);
        } else {
            forms.add(past(lemma));
            if (doubles(lemma)) {
                forms.add(lemma + lemma.charAt(lemma.length() - 1) + "ed");
            }
        }
        forms.add(third(lemma));
        forms.add(progressive(lemma));
        if (doubles(lemma)) {
            forms.add(lemma + lemma.charAt(lemma.length() - 1) + "ing");
        }
        return forms;
    }

    private static String third(String lemma) {
        if (endsInConsonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        if (lemma.endsWith("s")
                || lemma.endsWith("x")
                || lemma.endsWith("z")
                || lemma.endsWith("ch")
                || lemma.endsWith("sh")
                || lemma.endsWith("o")) {
            return lemma + "es";
        }
        return lemma + "s";
    }

    private static String past(String lemma) {
        if (endsInConsonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ied";
        }
        return lemma.endsWith("e") ? lemma + "d" : lemma + "ed";
    }

    private static String progressive(String lemma) {
        if (lemma.endsWith("ie")) {
            return lemma.substring(0, lemma.length() - 2) + "ying";
        }
        boolean silent = lemma.endsWith("e") && !lemma.endsWith("ee") && !lemma.endsWith("oe") && !lemma.endsWith("ye");
        return silent ? lemma.substring(0, lemma.length() - 1) + "ing" : lemma + "ing";
    }

    private static boolean endsInConsonantY(String lemma) {
        return lemma.endsWith("y") && VOWELS.indexOf(lemma.charAt(lemma.length() - 2)) < 0;
    }

    /** A single consonant after a single vowel may double: "ban" → "banned". */
    private static boolean doubles(String lemma) {
        int n = lemma.length();
        return n >= 3
                && VOWELS.indexOf(lemma.charAt(n - 1)) < 0
                && "wxy".indexOf(lemma.charAt(n - 1)) < 0
                && VOWELS.indexOf(lemma.charAt(n - 2)) >= 0
                && (VOWELS.indexOf(lemma.charAt(n - 3)) < 0 || lemma.startsWith("qu", n - 4 < 0 ? 0 : n - 4));
    }
}
