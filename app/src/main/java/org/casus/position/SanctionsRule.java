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
import org.casus.event.Event;

/**
 * Whose sanctions are in force against whom. Proposed, threatened and condemned ones are not; those on single officials are not on
 * their state; easing leaves the rest in force and ends nothing.
 */
final class SanctionsRule implements StanceRule {
    private static final Set<EventType> LIFTING = EnumSet.of(EventType.RETREAT, EventType.CONCEDE);

    private static final String WHAT = "(?:sanctions?|embargo(?:es)?|asset freezes?|travel bans?|boycott|trade ban)";
    private static final Pattern NOUN = Pattern.compile("\\b" + WHAT + "\\b(?! relief)");
    private static final Pattern SANCTIONED = Pattern.compile("\\b(?:sanctioned|blacklisted)\\b");
    private static final Pattern IMPOSED = Pattern.compile(
            "\\b(?:impos\\w+|reimpos\\w+|slap\\w*|levi(?:es|ed)|adopt\\w*|introduc\\w+|appl(?:y|ies|ied)|announc(?:e|es|ed)|approv(?:e|es|ed)|placed|put)\\b");
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:extend\\w*|renew\\w*|prolong\\w*|tighten\\w*|widen\\w*|expand\\w*|maintain\\w*|kept|keeps|toughen\\w*|strengthen\\w*|stepped up)\\b");
    private static final Pattern LIFTED = Pattern.compile(
            "\\b(?:lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)|end(?:s|ed|ing)?|revok(?:e|es|ed|ing)|dropped|scrapp?(?:ed|s|ing)?|repeal(?:s|ed)?|suspend(?:s|ed)?|rescind(?:s|ed)?|cancell?(?:ed|s)?)\\b");
    private static final Pattern PASSIVE_LIFTED =
            Pattern.compile("\\b(?:was|were|been) (?:\\w+ )?(?:lifted|removed|ended|revoked|dropped|suspended)\\b");
    private static final Pattern PASSIVE_IMPOSED = Pattern.compile(
            "\\b(?:was|were|been) (?:\\w+ )?(?:imposed|adopted|extended|renewed|announced|approved)\\b");
    private static final Pattern IN_PART = Pattern.compile(
            "\\b(?:some|part|parts|partly|partially|certain|several|most|many|few|eas(?:e|es|ed|ing))\\b");

    private static final Pattern DIRECTLY = Pattern.compile(" ");

    /** From the measure to the one whom it hits: "sanctions on", "embargo it has imposed on". */
    private static final Pattern AGAINST = Pattern.compile("(?: [\\w-]+){0,5}? (?:on|against|from) ");

    private final Parties parties;

    SanctionsRule(Parties parties) {
        this.parties = parties;
    }

    @Override
    public List<Claim> of(Telling telling) {
        Event event = telling.event;
        Actor target = event.target();
        if (target == null || event.status() == Status.POSSIBLE || event.status() == Status.PLANNED) {
            return List.of();
        }
        Optional<Party> holder = parties.behind(event.source());
        Optional<Party> toward = parties.hit(target);
        if (!Parties.areTwo(holder, toward)) {
            return List.of();
        }
        return effect(telling, target)
                .map(effect -> List.of(new Claim(holder.get(), Stance.SANCTIONS, toward.get(), effect)))
                .orElse(List.of());
    }

    private static Optional<Effect> effect(Telling telling, Actor target) {
        Event event = telling.event;
        boolean done = event.status() == Status.ACTUAL;
        if (event.type() == EventType.SANCTION && done) {
            return imposed(telling, target);
        }
        if (LIFTING.contains(event.type())) {
            return done ? lifted(telling, target) : stayed(telling, target);
        }
        return event.type() == EventType.REJECT && done ? stayed(telling, target) : Optional.empty();
    }

    private static Optional<Effect> imposed(Telling telling, Actor target) {
        Matcher verb = SANCTIONED.matcher(telling.small);
        if (verb.find() && isFact(telling, verb.start()) && telling.leadsTo(verb.end(), DIRECTLY, target)) {
            return Optional.of(Effect.BEGINS);
        }
        Matcher noun = NOUN.matcher(telling.small);
        while (noun.find()) {
            String before = telling.near(noun.start());
            if (!isFact(telling, noun.start()) || !hits(telling, noun.end(), target)) {
                continue;
            }
            if (KEPT.matcher(before).find()) {
                return Optional.of(Effect.HOLDS);
            }
            if (IMPOSED.matcher(before).find()
                    || PASSIVE_IMPOSED
                            .matcher(telling.small.substring(noun.end()))
                            .find()) {
                return Optional.of(Effect.BEGINS);
            }
        }
        return Optional.empty();
    }

    private static Optional<Effect> lifted(Telling telling, Actor target) {
        Matcher noun = NOUN.matcher(telling.small);
        while (noun.find()) {
            String before = telling.near(noun.start());
            boolean lifts = LIFTED.matcher(before).find()
                    || PASSIVE_LIFTED
                            .matcher(telling.small.substring(noun.end()))
                            .find();
            int at = telling.of(target, noun.end());
            boolean whole = at < 0 || telling.isWhole(at + target.text().length());
            if (lifts
                    && whole
                    && isFact(telling, noun.start())
                    && !IN_PART.matcher(before).find()) {
                return Optional.of(Effect.ENDS);
            }
        }
        return Optional.empty();
    }

    /** "refused to lift its sanctions": they are in force. */
    private static Optional<Effect> stayed(Telling telling, Actor target) {
        Matcher noun = NOUN.matcher(telling.small);
        while (noun.find()) {
            boolean kept = LIFTED.matcher(telling.near(noun.start())).find() && telling.isNegated(noun.start());
            if (kept && hits(telling, noun.end(), target) && !telling.isRefusalOnlyTalk(noun.start())) {
                return Optional.of(Effect.HOLDS);
            }
        }
        return Optional.empty();
    }

    private static boolean hits(Telling telling, int end, Actor target) {
        return telling.leadsTo(end, AGAINST, target);
    }

    private static boolean isFact(Telling telling, int at) {
        return !telling.isTalk(at) && !telling.isNegated(at);
    }
}
