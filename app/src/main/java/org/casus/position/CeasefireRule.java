package org.casus.position;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;

/**
 * Whose arms rest by agreement. A truce that one side or two mediators declare is none between two: both sides must be named together, or one
 * "with" the other. One that is asked for, offered or talked of
 * is not in force; a violation does not end it.
 */
final class CeasefireRule implements StanceRule {
    private static final Set<EventType> NO_DEEDS = EnumSet.of(
            EventType.REQUEST,
            EventType.THREATEN,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.CONSULT,
            EventType.PROTEST);

    private static final Pattern TRUCE =
            Pattern.compile("\\b(?:cease-?fire|truce|armistice|cessation of hostilities)\\b");
    private static final Pattern NOT_IN_FORCE = Pattern.compile(
            "^ (?:talks|negotiat\\w+|proposals?|offers?|plans?|monitor\\w*|violations?|bid|push|efforts?|calls?|drafts?|resolution|observers?|line|commission|terms)\\b");
    private static final Pattern ONE_SIDED = Pattern.compile("\\b(?:unilateral|one-sided|unilaterally)\\b");

    private static final Pattern MADE = Pattern.compile(
            "\\b(?:agree(?:s|d)? to|agree(?:s|d)? on|agreed|sign(?:s|ed)?|reach(?:es|ed)?|declared?|declares"
                    + "|conclud(?:e|es|ed)|struck|announc(?:e|es|ed)|accept(?:s|ed)?|entered|began|begin|observ(?:e|es|ed|ing)|respect(?:s|ed|ing)?"
                    + "|renew(?:s|ed)?|extend(?:s|ed)?|prolonged|honou?r(?:s|ed|ing)?|have an?|has an?)\\b");
    /** What two of a list may do for others: mediators announce truces too. */
    private static final Pattern DECLARED = Pattern.compile("\\b(?:declare[ds]?|announce[ds]?)\\b");

    private static final Pattern UNMADE = Pattern.compile(
            "\\b(?:end|ended|ends|ending|called off|calls off|broke|breaks|broken|broke off|scrapped"
                    + "|abandon(?:s|ed)|terminat(?:es|ed)|withdrew from|pulled out of|tore up|suspend(?:s|ed)|cancelled|renounced|walked out of|end to)\\b");
    private static final Pattern HOLDS_ON = Pattern.compile(
            "\\b(?:took effect|takes effect|taken effect|came into (?:force|effect)|comes into (?:force|effect)"
                    + "|went into (?:force|effect)|entered into force|is in force|is holding|has held|was (?:signed|agreed|extended|reached))\\b");
    private static final Pattern FELL =
            Pattern.compile("\\b(?:collapsed|broke down|ended|expired|fell apart|lapsed)\\b");

    private final Parties parties;

    CeasefireRule(Parties parties) {
        this.parties = parties;
    }

    @Override
    public List<Claim> of(Telling telling) {
        Actor target = telling.event.target();
        if (target == null || telling.event.status() != Status.ACTUAL || NO_DEEDS.contains(telling.event.type())) {
            return List.of();
        }
        Optional<Party> one = parties.behind(telling.event.source());
        Optional<Party> other = parties.behind(target);
        if (!Parties.areTwo(one, other) || ONE_SIDED.matcher(telling.small).find()) {
            return List.of();
        }
        return effect(telling)
                .map(effect -> List.of(new Claim(one.get(), Stance.CEASEFIRE_WITH, other.get(), effect)))
                .orElse(List.of());
    }

    private static Optional<Effect> effect(Telling telling) {
        Matcher truce = TRUCE.matcher(telling.small);
        while (truce.find()) {
            String behind = telling.small.substring(truce.end());
            if (NOT_IN_FORCE.matcher(behind).find()
                    || telling.isTalk(truce.start())
                    || telling.isNegated(truce.start())) {
                continue;
            }
            String before = telling.near(truce.start());
            boolean together = DECLARED.matcher(before).find()
                    ? telling.isOneWithOther(truce.end())
                    : telling.areTogether(truce.end());
            if (!together) {
                continue;
            }
            if (UNMADE.matcher(before).find() || FELL.matcher(behind).find()) {
                return Optional.of(Effect.ENDS);
            }
            if (MADE.matcher(before).find() || HOLDS_ON.matcher(behind).find()) {
                return Optional.of(Effect.BEGINS);
            }
        }
        return Optional.empty();
    }
}
