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

/** Who is allied with whom: by a treaty of defence between the two, or by being a member of a military alliance. */
final class AllianceRule implements StanceRule {
    private static final Set<EventType> NO_DEEDS =
            EnumSet.of(EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE, EventType.REJECT);

    /** Bodies in which to be a member is to be allied, by their ids in the actor book. */
    private static final Set<String> ALLIANCES = Set.of("nato", "csto");

    private static final Pattern TREATY = Pattern.compile(
            "\\b(?:(?:military|defen[cs]e|strategic|security) alliance|alliance treaty"
                    + "|(?:mutual[ -]|collective[ -])?defen[cs]e (?:treaty|pact)|mutual[ -]defen[cs]e agreement|(?:treaty|pact) of (?:alliance|mutual defen[cs]e))\\b");
    private static final Pattern MADE = Pattern.compile(
            "\\b(?:sign(?:s|ed)?|enter(?:s|ed)? into|enter(?:s|ed)?|form(?:s|ed)?|forged?|conclud(?:e|es|ed)|seal(?:s|ed)?|ratif(?:y|ies|ied)|renew(?:s|ed)?|made)\\b");
    private static final Pattern UNMADE = Pattern.compile(
            "\\b(?:withdrew from|left|quit|ended|end(?:s|ed)? (?:its|their)|scrapped|cancelled|terminated|tore up|broke off|dissolved|renounced)\\b");
    private static final Pattern ARE_ALLIED = Pattern.compile(
            "\\b(?:are|is|have been|has been|were|was|became|remain|remains) (?:\\w+ )?(?:allied|allies)\\b");

    private static final Pattern JOINS = Pattern.compile(
            "\\b(?:joined|joins|acceded to|entered|became (?:a|the [\\w-]+|an? \\w+)? ?member of|was admitted to|is a member of|has been a member of)(?: the)? $");
    private static final Pattern LEAVES = Pattern.compile(
            "\\b(?:left|leaves|quit|quits|withdr[ae]ws?(?: \\w+)? from|pulled out of|exited|exits|ended its membership (?:of|in))(?: the)? $");

    private final Parties parties;

    AllianceRule(Parties parties) {
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
        if (!Parties.areTwo(one, other)) {
            return List.of();
        }
        return (ALLIANCES.contains(other.get().id()) ? membership(telling, target) : treaty(telling))
                .map(effect -> List.of(new Claim(one.get(), Stance.ALLIED_WITH, other.get(), effect)))
                .orElse(List.of());
    }

    private static Optional<Effect> membership(Telling telling, Actor target) {
        String name = target.text();
        for (int at = telling.of(target, 0); at >= 0; at = telling.of(target, at + 1)) {
            String before = telling.small.substring(0, at);
            if (telling.isTalk(at) || telling.isNegated(at) || !telling.isWhole(at + name.length())) {
                continue;
            }
            if (JOINS.matcher(before).find()) {
                return Optional.of(Effect.BEGINS);
            }
            if (LEAVES.matcher(before).find()) {
                return Optional.of(Effect.ENDS);
            }
        }
        return Optional.empty();
    }

    private static Optional<Effect> treaty(Telling telling) {
        Matcher allied = ARE_ALLIED.matcher(telling.small);
        if (allied.find() && isFact(telling, allied.start()) && telling.areTogether(allied.end())) {
            return Optional.of(Effect.HOLDS);
        }
        Matcher treaty = TREATY.matcher(telling.small);
        if (!treaty.find() || !isFact(telling, treaty.start()) || !telling.areTogether(treaty.end())) {
            return Optional.empty();
        }
        String before = telling.near(treaty.start());
        if (UNMADE.matcher(before).find()) {
            return Optional.of(Effect.ENDS);
        }
        return MADE.matcher(before).find() ? Optional.of(Effect.BEGINS) : Optional.empty();
    }

    private static boolean isFact(Telling telling, int at) {
        return !telling.isTalk(at) && !telling.isNegated(at);
    }
}
