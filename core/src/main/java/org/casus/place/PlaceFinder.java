package org.casus.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.casus.text.Sentence;
import org.casus.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds the places that a sentence names: runs of capitalised words that the gazetteer knows, the longest first. */
public final class PlaceFinder {
    private static final int MOST_WORDS = 6;
    private static final Set<String> IN =
            Set.of("in", "at", "near", "outside", "inside", "across", "around", "throughout", "off", "within", "over");
    /** What may stand between "in" and the name. */
    private static final Set<String> BETWEEN = Set.of(
            "the",
            "northern",
            "southern",
            "eastern",
            "western",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "central",
            "downtown",
            "nearby",
            "city",
            "town",
            "village",
            "port",
            "capital",
            "province",
            "district",
            "region",
            "of",
            "and",
            "rebel",
            "held",
            "-",
            "border",
            "coastal",
            "old");

    private static final Set<String> JOINS = Set.of(
            "of", "de", "del", "da", "do", "la", "le", "el", "al", "and", "the", "-", "'", "'s", "on", "es", "ez", "az",
            "sur");

    private static final Pattern CALENDAR = Pattern.compile(
            "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December");

    private PlaceFinder() {}

    /**
     * The places of a sentence, left to right.
     *
     * @param mayBegin which tokens a name of a place may begin at: not inside the name of a person or body
     * @param surely which tokens surely begin a place, since the reader took them for one
     */
    public static List<Toponym> find(
            Sentence sentence, PlaceContext context, IntPredicate mayBegin, IntPredicate surely) {
        List<Toponym> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        for (int first = 0; first < tokens.size(); first++) {
            if (!tokens.get(first).isCapitalised() || !mayBegin.test(first)) {
                continue;
            }
            boolean inPlace = isInPlace(tokens, first) || follows(found, tokens, first);
            if (!inPlace && !surely.test(first)) {
                continue;
            }
            for (int end = Math.min(tokens.size(), first + MOST_WORDS); end > first; end--) {
                Place place = isName(tokens, first, end) ? place(sentence, context, first, end) : null;
                if (place != null) {
                    found.add(new Toponym(first, end, inPlace, place));
                    first = end - 1;
                    break;
                }
            }
        }
        return found;
    }

    private static @Nullable Place place(Sentence sentence, PlaceContext context, int first, int end) {
        String name = sentence.plain(first, end);
        return context.knows(name)
                ? context.resolve(name, holders(context, sentence, end), beside(context, sentence, first, end))
                : null;
    }

    /** What the sentence names beside a name: its runs of up to three capitalised words. */
    private static Set<String> beside(PlaceContext context, Sentence sentence, int from, int to) {
        Set<String> names = new LinkedHashSet<>();
        for (int first = 0; first < sentence.tokens().size(); first++) {
            int most = Math.min(sentence.tokens().size(), first + 3);
            for (int end = first + 1;
                    end <= most && sentence.tokens().get(end - 1).isCapitalised();
                    end++) {
                if (end <= from || first >= to) {
                    names.add(sentence.plain(first, end));
                }
            }
        }
        return context.holders(names);
    }

    /** "in Goma", "in the northern town of Idlib". */
    private static boolean isInPlace(List<Token> tokens, int first) {
        int t = first - 1;
        while (t >= 0
                && first - t <= MOST_WORDS
                && BETWEEN.contains(tokens.get(t).lower())) {
            t--;
        }
        return t >= 0 && IN.contains(tokens.get(t).lower());
    }

    /** "in Goma and Bukavu", "in Paris, Lyon and Lille". */
    private static boolean follows(List<Toponym> found, List<Token> tokens, int first) {
        if (found.isEmpty() || !found.get(found.size() - 1).inPlace()) {
            return false;
        }
        int from = found.get(found.size() - 1).end();
        return first > from
                && tokens.subList(from, first).stream()
                        .allMatch(token -> Set.of(",", "and", "or").contains(token.lower()));
    }

    private static boolean isName(List<Token> tokens, int first, int end) {
        if (!tokens.get(end - 1).isCapitalised()
                && !Character.isDigit(tokens.get(end - 1).text().charAt(0))) {
            return false;
        }
        // "in March" is no town in England
        if (end == first + 1 && CALENDAR.matcher(tokens.get(first).text()).matches()) {
            return false;
        }
        // "Columbia" of "Columbia University" is no town; "Cairo" of "in Cairo Tuesday" is
        if (end < tokens.size()
                && tokens.get(end).isCapitalised()
                && !CALENDAR.matcher(tokens.get(end).text()).matches()) {
            return false;
        }
        for (int t = first; t < end; t++) {
            Token token = tokens.get(t);
            if (!token.isCapitalised()
                    && !JOINS.contains(token.lower())
                    && !Character.isDigit(token.text().charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** What follows after a comma: "Paris, Texas". */
    private static Set<String> holders(PlaceContext context, Sentence sentence, int end) {
        List<Token> tokens = sentence.tokens();
        if (end + 1 >= tokens.size()
                || !tokens.get(end).text().equals(",")
                || !tokens.get(end + 1).isCapitalised()) {
            return Set.of();
        }
        int last = end + 1;
        while (last < tokens.size() && last < end + 4 && tokens.get(last).isCapitalised()) {
            last++;
        }
        return context.holders(List.of(sentence.plain(end + 1, last)));
    }
}
