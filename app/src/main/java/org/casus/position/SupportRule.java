package org.casus.position;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.actor.ActorResolver;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.event.Event;

/**
 * Who stands with whom in a dispute: by saying so, by recognising a claim ("Morocco's sovereignty over Western Sahara"), or by being
 * thanked for it, for then the one who is thanked supports the one who thanks.
 */
final class SupportRule implements StanceRule {
    private static final Pattern STANDS = Pattern.compile(
            "\\b(?:support(?:s|ed|ing|ive)?|back(?:s|ed|ing)?|endors(?:e|es|ed|ing|ement)"
                    + "|st(?:and|ands|ood|anding) (?:\\w+ )?(?:with|by|behind)|sid(?:e|es|ed|ing) with|solidarity with|defend(?:s|ed)?)\\b");
    private static final Pattern THANKS = Pattern.compile(
            "\\b(?:thank\\w*|gratitude|grateful|appreciat\\w*|satisfaction|hail\\w*|prais\\w*|welcom\\w*|commend\\w*|laud\\w*)\\b");
    private static final Pattern WHAT_FOR =
            Pattern.compile("\\b(?:support\\w*|backing|solidarity|position|stance|stand|standing (?:with|by))\\b");
    private static final Pattern RECIPIENT = Pattern.compile(
            "^\\s*(?:provided |given |lent |offered )?(?:to|for|of|towards?) (?:the )?((?:[A-Z][\\p{L}’'-]+ ?)+)");
    private static final Pattern CLAIM_GRANTED =
            Pattern.compile("\\brecogni[sz](?:e|es|ed|ing)\\b|\\brecognition of\\b");
    private static final Pattern SOVEREIGNTY =
            Pattern.compile("^(?:[’']s?)?\\s+(?:full |claim of |claim to )*sovereignty over\\b");
    /** CAMEO's code of praise and thanks. */
    private static final String PRAISE = "051";

    /** From the verb to the one who is supported. */
    private static final int REACH = 7;

    private final Parties parties;
    private final Issues issues;
    private final ActorResolver resolver;

    SupportRule(Parties parties, Issues issues, ActorResolver resolver) {
        this.parties = parties;
        this.issues = issues;
        this.resolver = resolver;
    }

    @Override
    public List<Claim> of(Telling telling) {
        Event event = telling.event;
        Actor target = event.target();
        if (target == null || event.type() != EventType.SUPPORT || event.status() != Status.ACTUAL) {
            return List.of();
        }
        Optional<Party> source = parties.behind(event.source());
        Optional<Party> other = parties.behind(target);
        if (!Parties.areTwo(source, other)) {
            return List.of();
        }
        Matcher thanks = THANKS.matcher(telling.small);
        boolean praises = event.cameo().code().equals(PRAISE);
        if (praises && thanks.find()) {
            return isThankedForSupport(telling, thanks.end())
                    ? claim(telling, thanks.end(), other.get(), source.get(), Effect.HOLDS)
                    : List.of();
        }
        int granted = grantsClaim(telling, target);
        if (granted >= 0) {
            return claim(telling, granted, source.get(), other.get(), Effect.BEGINS);
        }
        int stands = stands(telling, target);
        return stands >= 0 ? claim(telling, stands, source.get(), other.get(), Effect.HOLDS) : List.of();
    }

    private List<Claim> claim(Telling telling, int from, Party holder, Party toward, Effect effect) {
        return issues.of(telling, from, holder, toward)
                .map(issue -> List.of(new Claim(holder, Stance.SUPPORTS, toward, issue, effect)))
                .orElse(List.of());
    }

    /** Where the verb of "supports brotherly Pakistan", "its support for the claim of Morocco" ends; -1 where there is none. */
    private static int stands(Telling telling, Actor target) {
        Matcher verb = STANDS.matcher(telling.small);
        while (verb.find()) {
            int at = telling.of(target, verb.end());
            boolean near = at >= 0 && telling.wordsBetween(verb.end(), at) <= REACH;
            if (near && !telling.isTalk(verb.start()) && !telling.isNegated(verb.start())) {
                return verb.end();
            }
        }
        return -1;
    }

    private static int grantsClaim(Telling telling, Actor target) {
        Matcher verb = CLAIM_GRANTED.matcher(telling.small);
        while (verb.find()) {
            int at = telling.of(target, verb.end());
            if (at >= 0
                    && telling.wordsBetween(verb.end(), at) <= 1
                    && SOVEREIGNTY
                            .matcher(telling.small.substring(at + target.text().length()))
                            .find()
                    && !telling.isTalk(verb.start())
                    && !telling.isNegated(verb.start())) {
                return verb.end();
            }
        }
        return -1;
    }

    /** Thanked for support, and not for support of a third party. */
    private boolean isThankedForSupport(Telling telling, int from) {
        Matcher what = WHAT_FOR.matcher(telling.small);
        if (!what.find(from)) {
            return false;
        }
        Matcher recipient = RECIPIENT.matcher(telling.sentence.substring(what.end()));
        if (!recipient.find()) {
            return true;
        }
        String country =
                resolver.resolve(recipient.group(1).strip(), null).actor().country();
        return country == null || country.equals(telling.event.source().country());
    }
}
