package org.casus.article;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a text whose page does not say it: by its script, and for Latin script by the small words that every text of a
 * language is full of. Enough to tell English from what is not; no substitute for a language identifier.
 */
public final class Language {
    private static final int SAMPLE = 4_000;

    /** Shorter texts prove nothing. */
    private static final int LEAST_WORDS = 12;

    private static final double LEAST_SHARE = 0.12;

    private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();
    private static final Map<UnicodeScript, String> SCRIPTS = new EnumMap<>(Map.of(
            UnicodeScript.CYRILLIC, "ru",
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.HAN, "zh",
            UnicodeScript.HIRAGANA, "ja",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.THAI, "th"));

    static {
        SMALL_WORDS.put(
                "en",
                Set.of(
                        "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "is", "was", "by", "said",
                        "its", "has", "he", "from", "as", "at", "will", "have", "be", "an", "it", "are", "were"));
        SMALL_WORDS.put(
                "fr",
                Set.of(
                        "le", "la", "les", "des", "et", "du", "une", "un", "dans", "pour", "que", "qui", "sur", "est",
                        "au", "avec", "par", "aux", "ont", "pas"));
        SMALL_WORDS.put(
                "es",
                Set.of(
                        "el", "la", "los", "las", "y", "en", "del", "que", "un", "una", "por", "con", "para", "se",
                        "al", "su", "es", "lo", "como", "ha"));
        SMALL_WORDS.put(
                "de",
                Set.of(
                        "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "dem", "des", "sich", "auf", "ist",
                        "im", "eine", "ein", "nicht", "hat", "als"));
        SMALL_WORDS.put(
                "pt",
                Set.of(
                        "o", "a", "os", "as", "e", "do", "da", "dos", "das", "em", "no", "na", "que", "um", "uma",
                        "com", "para", "por", "foi", "ao"));
        SMALL_WORDS.put(
                "it",
                Set.of(
                        "il", "la", "di", "e", "che", "in", "un", "una", "per", "del", "della", "con", "non", "sono",
                        "gli", "le", "al", "dei", "alla", "ha"));
        SMALL_WORDS.put(
                "nl",
                Set.of(
                        "de", "het", "een", "en", "van", "in", "op", "te", "dat", "met", "voor", "zijn", "niet", "door",
                        "aan", "heeft", "bij", "ook", "werd", "om"));
        SMALL_WORDS.put(
                "tr",
                Set.of(
                        "ve",
                        "bir",
                        "bu",
                        "ile",
                        "da",
                        "de",
                        "olarak",
                        "olan",
                        "icin",
                        "daha",
                        "gibi",
                        "kadar",
                        "sonra",
                        "dedi",
                        "en",
                        "ise",
                        "olduğunu",
                        "için"));
        SMALL_WORDS.put(
                "id",
                Set.of(
                        "yang", "dan", "di", "dengan", "untuk", "dari", "ini", "itu", "pada", "tidak", "dalam", "akan",
                        "ke", "oleh", "mereka", "telah"));
        SMALL_WORDS.put(
                "pl",
                Set.of(
                        "i", "w", "na", "z", "do", "nie", "że", "się", "to", "jest", "przez", "dla", "od", "po", "jak",
                        "za", "oraz"));
    }

    private Language() {}

    /**
     * The language of an article that is not English; empty for one that is, or of which nothing tells. Its words go before
     * what its page declares, since templates declare English over texts of any language.
     */
    public static Optional<String> notEnglish(Article article) {
        return of(article.body())
                .or(() -> Optional.ofNullable(article.language()))
                .filter(language -> !language.toLowerCase(Locale.ROOT).matches("en(?:[-_].*|g(?:lish)?)?"));
    }

    /** The ISO 639-1 code; empty where the text is too short or like none that is known. */
    static Optional<String> of(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        return byScript(sample).or(() -> bySmallWords(sample));
    }

    private static Optional<String> byScript(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (Character.isLetter(point)) {
                letters++;
                counts.merge(UnicodeScript.of(point), 1, Integer::sum);
            }
        }
        int half = letters / 2;
        return SCRIPTS.entrySet().stream()
                .filter(script -> counts.getOrDefault(script.getKey(), 0) > half)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> bySmallWords(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        if (words.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        String best = null;
        long most = 0;
        for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
            long hits = words.stream().filter(language.getValue()::contains).count();
            if (hits > most) {
                most = hits;
                best = language.getKey();
            }
        }
        return most >= LEAST_SHARE * words.size() ? Optional.ofNullable(best) : Optional.empty();
    }
}
