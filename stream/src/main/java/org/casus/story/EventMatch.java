package org.casus.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two tellings are of one happening. First what must not differ: the parties, the kind of deed, the day, the status, the place. Then what
 * their passages and dates say for and against it is {@linkplain Clues weighed}.
 */
final class EventMatch {
    /** Reports of one happening are published within so many days of each other. */
    static final int PUBLISHED_APART = 4;
    /** Coders and reporters err by a day; by two only where the passages are the same in most words. */
    static final int DAYS_APART = 2;
    /** Log odds asked for: the judged pairs are half of one happening, pairs of the news are not. */
    private static final double LEAST_ODDS = 0.5;

    private static final double FAR_KM = 100;
    /** So alike are passages only where one is a copy of the other; the gazetteer then took one name for two places. */
    private static final double COPIED = 0.8;

    /** Copies match best of all. */
    private static final double SAME_TEXT = 10;

    private EventMatch() {}

    /** One side of a comparison. */
    record Side(Telling telling, LocalDate published, Terms terms) {}

    /**
     * How far above the threshold two tellings are; at 0 or below they are of two happenings.
     *
     * @param sameText true where one article is a copy of the other
     */
    static double score(Side one, Side other, boolean sameText) {
        Telling a = one.telling();
        Telling b = other.telling();
        if (!haveSameParties(a, b)
                || !areOfOneKind(a.type(), b.type())
                || daysApart(a.date(), b.date()) > DAYS_APART
                || !publishedTogether(one, other)
                || !haveSameStatus(a.status(), b.status())
                || one.terms().contradictsCountry(other.terms())
                || one.terms().contradictsPlace(other.terms())) {
            return -1;
        }
        if (sameText && a.type() == b.type()) {
            return SAME_TEXT;
        }
        Map<Clue, Double> seen = Clues.ofTexts(one.terms(), other.terms());
        if (areFar(a.place(), b.place()) && seen.getOrDefault(Clue.ALIKE, 0.0) < COPIED) {
            return -1;
        }
        addClues(seen, a, b);
        return Clues.bundled().weigh(seen) - LEAST_ODDS;
    }

    /** Adds what two events have in common to what their texts have. */
    static void addClues(Map<Clue, Double> seen, Telling a, Telling b) {
        seen.put(relation(a, b), 1.0);
        int apart = daysApart(a.date(), b.date());
        if (apart > 0) {
            seen.put(apart == 1 ? Clue.NEXT_DAY : Clue.DAYS_APART, 1.0);
        }
        if (haveSameParties(a, b) && !haveSameSectors(a, b)) {
            seen.put(Clue.OTHER_SECTOR, 1.0);
        }
    }

    /** How the parties and types of two events lie to each other. */
    static Clue relation(Telling a, Telling b) {
        if (haveSameParties(a, b)) {
            return a.type() == b.type()
                    ? Clue.SAME_EVENT
                    : areOfOneKind(a.type(), b.type()) ? Clue.OTHER_TYPE : Clue.OTHER_KIND;
        }
        if (a.dyad().equals(b.dyad())) {
            return Clue.REVERSED;
        }
        return haveOneParty(a, b) ? Clue.ONE_PARTY : Clue.NO_PARTY;
    }

    private static boolean haveOneParty(Telling a, Telling b) {
        String source = b.source().key();
        String target = Party.keyOf(b.target());
        return a.source().key().equals(source)
                || a.source().key().equals(target)
                || (a.target() != null
                        && (a.target().key().equals(source) || a.target().key().equals(target)));
    }

    private static boolean haveSameParties(Telling a, Telling b) {
        return isSameWay(a, b)
                || (a.source().key().equals(Party.keyOf(b.target()))
                        && Party.keyOf(a.target()).equals(b.source().key())
                        && (a.mutual() || b.mutual() || (a.type() == b.type() && isEitherWay(a.type()))));
    }

    private static boolean isSameWay(Telling a, Telling b) {
        return a.source().key().equals(b.source().key())
                && Party.keyOf(a.target()).equals(Party.keyOf(b.target()));
    }

    /** Who meets whom, who agrees with whom is a matter of the paper's country. */
    private static boolean isEitherWay(EventType type) {
        return type == EventType.CONSULT || type == EventType.AGREE || type == EventType.COOPERATE;
    }

    private static boolean haveSameSectors(Telling a, Telling b) {
        Party source = isSameWay(a, b) ? b.source() : b.target();
        Party target = isSameWay(a, b) ? b.target() : b.source();
        return areCompatible(a.source(), source) && areCompatible(a.target(), target);
    }

    private static boolean areCompatible(@Nullable Party a, @Nullable Party b) {
        return a == null || b == null || a.isCompatible(b);
    }

    /** Types that one coder takes for another: "arrested", "beaten" and "shot" in one sentence, "agreed" and "held talks" in another. */
    static boolean areOfOneKind(EventType a, EventType b) {
        return a == b || kind(a) == kind(b);
    }

    private enum Kind {
        COOPERATION,
        WORDS,
        DEEDS
    }

    private static Kind kind(EventType type) {
        return switch (type) {
            case AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT -> Kind.COOPERATION;
            case REQUEST, ACCUSE, REJECT, THREATEN -> Kind.WORDS;
            case PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT -> Kind.DEEDS;
        };
    }

    /** Days between two dates; 0 where one may lie in the other, or nothing is known. */
    static int daysApart(@Nullable PartialDate a, @Nullable PartialDate b) {
        if (a == null || b == null) {
            return 0;
        }
        long apart =
                Math.max(ChronoUnit.DAYS.between(a.last(), b.first()), ChronoUnit.DAYS.between(b.last(), a.first()));
        return (int) Math.max(0, apart);
    }

    /** What one recalls as history and the other reports is one happening only while it is news. */
    private static boolean publishedTogether(Side a, Side b) {
        long apart = Math.abs(ChronoUnit.DAYS.between(a.published(), b.published()));
        return apart <= (a.telling().background() == b.telling().background() ? PUBLISHED_APART : DAYS_APART);
    }

    private static boolean haveSameStatus(Status a, Status b) {
        return a == b || (isHeldDone(a) && isHeldDone(b));
    }

    private static boolean isHeldDone(Status status) {
        return status == Status.ACTUAL || status == Status.POSSIBLE;
    }

    private static boolean areFar(@Nullable Place a, @Nullable Place b) {
        return isTown(a) && isTown(b) && a.distance(b) > FAR_KM;
    }

    /** The middle of a country or a sea says nothing of how far a town in it is. */
    private static boolean isTown(@Nullable Place place) {
        return place != null
                && switch (place.kind()) {
                    case CAPITAL, SEAT, TOWN -> true;
                    case PROVINCE, COUNTRY, REGION -> false;
                };
    }
}
