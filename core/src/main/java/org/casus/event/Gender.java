package org.casus.event;

import java.util.Locale;
import java.util.Set;

/** Whether someone is spoken of as he or as she, as far as words tell. */
enum Gender {
    HE,
    SHE,
    OPEN;

    private static final Set<String> HE_WORDS = Set.of(
            "he",
            "him",
            "his",
            "himself",
            "mr",
            "king",
            "prince",
            "sultan",
            "emir",
            "sheikh",
            "sheik",
            "sir",
            "lord",
            "chairman",
            "spokesman",
            "businessman",
            "ayatollah",
            "imam",
            "pope",
            "cardinal",
            "archbishop",
            "bishop",
            "brother",
            "husband",
            "father",
            "son",
            "congressman",
            "policeman",
            "man",
            "boy");
    private static final Set<String> SHE_WORDS = Set.of(
            "she",
            "her",
            "hers",
            "herself",
            "mrs",
            "ms",
            "miss",
            "queen",
            "princess",
            "lady",
            "dame",
            "madam",
            "chairwoman",
            "spokeswoman",
            "businesswoman",
            "sister",
            "wife",
            "widow",
            "mother",
            "daughter",
            "congresswoman",
            "policewoman",
            "woman",
            "girl");

    /** By the first word of a phrase that tells: "Queen Rania", "she". */
    static Gender of(String phrase) {
        for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (HE_WORDS.contains(word)) {
                return HE;
            }
            if (SHE_WORDS.contains(word)) {
                return SHE;
            }
        }
        return OPEN;
    }

    boolean fits(Gender other) {
        return this == OPEN || other == OPEN || this == other;
    }
}
