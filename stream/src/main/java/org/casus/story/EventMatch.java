package org.casus.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two tellings are of one happening. First what must not differ: the parties, the type or its kind, the day, the status, the place. Then
 * how alike the passages must be, which depends on how much of the rest is sure; docs/stories.md says where the figures come from.
 */
final class EventMatch {
    /** How alike passages of the same type, day and parties must be. */
    static final double LEAST_ALIKE = 0.33;
    /** Reports of one happening are published within so many days of each other. */
    static final int PUBLISHED_APART = 4;
    /** Coders and reporters err by a day; by two only where the passages are the same in most words. */
    static final int DAYS_APART = 2;

    private static final double OTHER_TYPE = 0.12;
    private static final double DAY_BEFORE = 0.05;
    private static final double UNDATED = 0.05;
    private static final double TWO_DAYS = 0.3;
    private static final double OTHER_SECTOR = 0.1;
    private static final double OTHER_NUMBERS = 0.1;
    private static final double SAME_NUMBER = 0.1;
    private static final double SAME_PLACE = 0.05;
    private static final double FAR_KM = 100;
    /** So alike are passages only where one is a copy of the other; the gazetteer then took one name for two places. */
    private static final double COPIED = 0.8;

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
        int daysApart = daysApart(a.date(), b.date());
        if (!haveSameParties(a, b)
                || !areOfOneKind(a.type(), b.type())
                || daysApart > DAYS_APART
                || !publishedTogether(one, other)
                || !haveSameStatus(a.status(), b.status())
                || one.terms().contradictsCountry(other.terms())
                || one.terms().contradictsPlace(other.terms())) {
            return -1;
        }
        double alike = one.terms().similarity(other.terms());
        if (sameText && a.type() == b.type()) {
            return alike;
        }
        if (areFar(a.place(), b.place()) && alike < COPIED) {
            return -1;
        }
        double score = alike - LEAST_ALIKE;
        score -= a.type() == b.type() ? 0 : OTHER_TYPE;
        score -= isDated(a) && isDated(b) ? byDays(daysApart) : UNDATED;
        score -= haveSameSectors(a, b) ? 0 : OTHER_SECTOR;
        score -= one.terms().contradictsNumber(other.terms()) ? OTHER_NUMBERS : 0;
        score += one.terms().sharesNumber(other.terms()) ? SAME_NUMBER : 0;
        score += one.terms().sharesPlace(other.terms()) ? SAME_PLACE : 0;
        return score;
    }

    private static double byDays(int daysApart) {
        return switch (daysApart) {
            case 0 -> 0;
            case 1 -> DAY_BEFORE;
            default -> TWO_DAYS;
        };
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

    private static boolean isDated(Telling telling) {
        PartialDate date = telling.date();
        return date != null && date.isDay();
    }

    /** Days between two dates; 0 where one may lie in the other, or nothing is known. */
    private static int daysApart(@Nullable PartialDate a, @Nullable PartialDate b) {
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
