package org.casus.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reads passages into {@link Terms}. Names and numbers weigh twice as much as other words of their rarity, since a rewrite keeps them; countries
 * little, since the parties are compared on their own.
 */
final class TermReader {
    private static final double NAME = 2.0;
    private static final double NUMBER = 2.0;
    private static final double WORD = 1.0;
    private static final double COUNTRY = 0.3;

    private static final Pattern TOKEN =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)?|\\p{N}+(?:[.,]\\p{N}+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]|\\R\\s*\\R");
    private static final Set<String> BEFORE_PLACES = Set.of("in", "near", "at", "outside", "around", "off");
    /** Words that may stand between the preposition and the name: "in the eastern province of Arauca". */
    private static final Set<String> INSIDE_PLACES = Set.of(
            "the",
            "a",
            "town",
            "city",
            "village",
            "port",
            "province",
            "region",
            "state",
            "capital",
            "district",
            "of",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "camp",
            "army",
            "base");

    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** Months and the like: the dates are compared on their own. */
    private static final Set<String> TIMES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "day",
            "week",
            "month",
            "year",
            "night",
            "morning",
            "evening",
            "yesterday",
            "today",
            "tomorrow");

    private static final Map<String, String> NUMBERS = numbers();

    private final CountryNames countries;
    private final WordWeights weights;

    TermReader(CountryNames countries, WordWeights weights) {
        this.countries = countries;
        this.weights = weights;
    }

    /** With the words and countries of the jar, read once: they are constants. */
    static TermReader bundled() {
        return Bundled.READER;
    }

    private static final class Bundled {
        private static final TermReader READER = new TermReader(CountryNames.bundled(), WordWeights.bundled());
    }

    private static Map<String, String> numbers() {
        List<String> small = List.of(
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
                        .split(" "));
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < small.size(); i++) {
            numbers.put(small.get(i), String.valueOf(i + 2));
        }
        numbers.putAll(
                Map.of("thirty", "30", "forty", "40", "fifty", "50", "sixty", "60", "dozen", "12", "hundred", "100"));
        return Map.copyOf(numbers);
    }

    /**
     * @param opens true for the first word of a sentence, whose capital says nothing
     */
    private record Word(String text, boolean opens) {
        boolean isCapitalised() {
            return Character.isUpperCase(text.charAt(0));
        }
    }

    Terms read(String passage) {
        List<Word> words = words(passage);
        List<String> lower =
                words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
        EnglishStemmer stemmer = new EnglishStemmer();
        Map<String, Double> weighed = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> weekdays = new HashSet<>();
        Set<String> named = new HashSet<>();
        boolean placeFollows = false;
        boolean inPlace = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            String text = lower.get(i);
            CountryNames.Named country = word.isCapitalised() ? countries.at(lower, i) : null;
            if (country != null) {
                weighed.put('=' + country.code(), COUNTRY);
                named.add(country.code());
                i += country.words() - 1;
                inPlace = false;
                continue;
            }
            String number = Character.isDigit(text.charAt(0)) ? text.replaceAll("[.,]", "") : NUMBERS.get(text);
            boolean isName = word.isCapitalised() && !word.opens() && !isTime(text);
            if (number != null) {
                numbers.add(number);
                weighed.merge(number, NUMBER * weights.of(text), Math::max);
            } else if (WEEKDAYS.contains(text)) {
                weekdays.add(text);
            } else if (!TIMES.contains(text)) {
                String stem = WordWeights.stem(stemmer, text);
                weighed.merge(stem, (isName ? NAME : WORD) * weights.of(stem), Math::max);
                if (isName) {
                    names.add(stem);
                }
                if (isName && (placeFollows || inPlace)) {
                    places.add(stem);
                }
            }
            inPlace = isName && (placeFollows || inPlace);
            placeFollows = !inPlace
                    && (BEFORE_PLACES.contains(text) || (placeFollows && !isName && INSIDE_PLACES.contains(text)));
        }
        return new Terms(weighed, new Terms.Special(numbers, places, names, weekdays, named));
    }

    private static boolean isTime(String text) {
        return TIMES.contains(text) || WEEKDAYS.contains(text);
    }

    private static List<Word> words(String passage) {
        List<Word> words = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(passage);
        Matcher ends = SENTENCE_END.matcher(passage);
        int last = 0;
        while (tokens.find()) {
            boolean opens = words.isEmpty() || ends.region(last, tokens.start()).find();
            last = tokens.end();
            String text = tokens.group().replace('’', '\'');
            words.add(new Word(text.endsWith("'s") ? text.substring(0, text.length() - 2) : text, opens));
        }
        return words;
    }
}
