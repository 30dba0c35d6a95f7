package org.casus.position;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.event.Event;
import org.casus.position.Disputes.Named;

/**
 * What a position is about, told by the words of its sentence: a known dispute of the one who is supported or opposed, or a name that
 * the sentence itself calls an issue or a dispute. A place where something merely happens ("flood victims in Kashmir") is no issue.
 */
final class Issues {
    /** So many words may stand between "on", "over" and the name: "on the long unsolved issue of Kashmir". */
    private static final int REACH = 6;

    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:on|over|regarding|concerning|about|respect to|regards|relation to|question of|matter of|cause of|to)\\b");
    private static final Pattern DISPUTED =
            Pattern.compile("\\b(?:claim|claims|dispute|disputes|disputed|issue|issues|conflict|controversy"
                    + "|question|sovereignty|position|stance|row|struggle|fight|case|cause|annexation|occupation|occupied|rights|war|referendum"
                    + "|integrity|autonomy|independence|filling)\\b");
    private static final Pattern WATERS =
            Pattern.compile("Sea|Strait|Gulf|Shoal|Aegean|Mediterranean|Islands?|Bank|Triangle");
    /** Help for people, and what it is given for, is no stand in a dispute. */
    private static final Pattern HELP = Pattern.compile(
            "\\b(?:victims?|survivors?|refugees?|earthquake|quake|floods?|flooding|cyclone|drought"
                    + "|famine|humanitarian|relief|vaccin\\w+|loans?|donat\\w+|tourism|tourists?|students?|farmers?|match|trophy|cup)\\b");

    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:on|over|in|regarding|concerning) (?:the |its |their )?"
                    + "((?:[A-Z][\\p{L}’'-]+ ){1,4})(?:border |territorial |maritime |island |name |water )?(?:issue|dispute|question|controversy)\\b");

    private final Disputes disputes;

    Issues(Disputes disputes) {
        this.disputes = disputes;
    }

    /** The issue on which somebody stands with or against {@code party}, named behind {@code from}; empty where none is told for sure. */
    Optional<Issue> of(Telling telling, int from, Party holder, Party party) {
        if (HELP.matcher(telling.small).find()) {
            return Optional.empty();
        }
        List<Named> named = disputes.in(telling.sentence).stream()
                .filter(name -> name.dispute().parties().contains(party.id()))
                .filter(name -> name.start() >= from && !isActor(telling, name) && isTied(telling, name))
                .sorted(Comparator.comparingInt((Named name) -> name.start() - name.end())
                        .thenComparing(name -> name.dispute().parties().contains(holder.id()) ? 0 : 1)
                        .thenComparingInt(Named::start))
                .toList();
        if (named.isEmpty()) {
            return called(telling, from);
        }
        Named best = named.get(0);
        // two disputes of one name, and nothing that tells which
        boolean doubtful = named.stream()
                .anyMatch(other -> !other.dispute().equals(best.dispute())
                        && other.start() == best.start()
                        && other.end() == best.end()
                        && other.dispute().parties().contains(holder.id())
                                == best.dispute().parties().contains(holder.id()));
        return doubtful ? Optional.empty() : Optional.of(best.dispute().issue());
    }

    /** A name of one of the two actors is no issue: "supports Taiwan". */
    private static boolean isActor(Telling telling, Named name) {
        Event event = telling.event;
        return covers(telling, event.source(), name)
                || (event.target() != null && covers(telling, event.target(), name));
    }

    private static boolean covers(Telling telling, Actor actor, Named name) {
        for (int at = telling.of(actor, 0); at >= 0; at = telling.of(actor, at + 1)) {
            if (at <= name.start() && name.end() <= at + actor.text().length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTied(Telling telling, Named name) {
        String before = telling.near(name.start());
        String behind = firstWords(telling.small.substring(name.end()));
        return ABOUT.matcher(before).find()
                || DISPUTED.matcher(before).find()
                || DISPUTED.matcher(behind).find()
                || DISPUTED.matcher(telling.small.substring(name.start(), name.end()))
                        .find()
                || WATERS.matcher(telling.sentence.substring(name.start(), name.end()))
                        .find();
    }

    private static String firstWords(String text) {
        String[] words = text.strip().split("\\s+", REACH / 2 + 1);
        return String.join(" ", List.of(words).subList(0, Math.min(words.length, REACH / 2)));
    }

    /** "in the Rosalind Bank dispute": new to the list, but called a dispute. */
    private static Optional<Issue> called(Telling telling, int from) {
        Matcher matcher = CALLED.matcher(telling.sentence);
        if (!matcher.find(from)) {
            return Optional.empty();
        }
        String name = matcher.group(1).strip();
        return Optional.of(new Issue(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "-"), name));
    }
}
