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
 * Who stands against whom in a dispute. Only a claim, a rule or a stance is opposed for good; an offer, a request or a charge that is
 * turned down is an event and no position.
 */
final class OppositionRule implements StanceRule {
    private static final Set<EventType> TYPES = EnumSet.of(EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT);

    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|opposition to|rejection of)\\b");
    private static final Pattern IF_NEGATED =
            Pattern.compile("\\b(?:recogni[sz](?:e|es|ed|ing)|accept(?:s|ed|ing)?)\\b");
    private static final Pattern CLAIM =
            Pattern.compile("^(?:[’']s?)?\\s+(?:[a-z-]+ ){0,3}(?:claims?|sovereignty|annexation|occupation|stance"
                    + "|position|control|rule|filling|operation|settlements?|presence|reclamation|line)\\b");
    private static final int REACH = 3;

    private final Parties parties;
    private final Issues issues;

    OppositionRule(Parties parties, Issues issues) {
        this.parties = parties;
        this.issues = issues;
    }

    @Override
    public List<Claim> of(Telling telling) {
        Event event = telling.event;
        Actor target = event.target();
        if (target == null || !TYPES.contains(event.type()) || event.status() == Status.POSSIBLE) {
            return List.of();
        }
        Optional<Party> holder = parties.behind(event.source());
        // "British sovereignty", "Chinese claims": an adjective may look like people
        Optional<Party> toward = parties.behind(target);
        if (!Parties.areTwo(holder, toward)) {
            return List.of();
        }
        int against = against(telling, target);
        if (against < 0) {
            return List.of();
        }
        return issues.of(telling, against, holder.get(), toward.get())
                .map(issue -> List.of(new Claim(holder.get(), Stance.OPPOSES, toward.get(), issue, Effect.HOLDS)))
                .orElse(List.of());
    }

    /** Where the opposing verb ends; -1 where there is none. */
    private static int against(Telling telling, Actor target) {
        Matcher verb = AGAINST.matcher(telling.small);
        while (verb.find()) {
            if (aims(telling, verb, target) && !telling.isNegated(verb.start()) && !telling.isTalk(verb.start())) {
                return verb.end();
            }
        }
        Matcher negated = IF_NEGATED.matcher(telling.small);
        while (negated.find()) {
            if (aims(telling, negated, target)
                    && telling.isNegated(negated.start())
                    && !telling.isRefusalOnlyTalk(negated.start())) {
                return negated.end();
            }
        }
        return -1;
    }

    private static boolean aims(Telling telling, Matcher verb, Actor target) {
        int at = telling.of(target, verb.end());
        return at >= 0
                && telling.wordsBetween(verb.end(), at) <= REACH
                && CLAIM.matcher(telling.small.substring(at + target.text().length()))
                        .find();
    }
}
