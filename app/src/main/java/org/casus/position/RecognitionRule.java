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
 * Who recognises whom as a state or a government, and who refuses to. The word has many other uses ("recognised the importance of",
 * "recognised as the best"), so its object must be the other party itself, its independence, statehood or government.
 */
final class RecognitionRule implements StanceRule {
    private static final Set<EventType> TYPES =
            EnumSet.of(EventType.SUPPORT, EventType.REJECT, EventType.SANCTION, EventType.AGREE, EventType.RETREAT);

    private static final Pattern VERB = Pattern.compile("\\brecogni[sz](?:e|es|ed|ing)\\b");
    private static final Pattern NOUN = Pattern.compile("\\b(?:recognition) (?:of|for|from|to) ");
    private static final Pattern TIES =
            Pattern.compile("\\b(?:established|opened) (?:[a-z-]+ ){0,2}(?:diplomatic )(?:relations|ties)\\b");

    /** "the decision to recognise" is none yet; "the first country to recognise" did it. */
    private static final Pattern WISH =
            Pattern.compile("(?<!\\bcontinues|\\bcontinued|\\bfirst|\\bcountry|\\bstate|\\bnation) to$");

    private static final Pattern BEFORE_OBJECT = Pattern.compile(
            "^\\s*(?:the )?(?:(?:new|full|formal|legitimate|newly formed) )?"
                    + "(?:(?:independence|statehood|government|authority|state|republic|legitimacy|existence|rule) of )?(?:the )?$");
    private static final Pattern OWNED = Pattern.compile(
            "^(?:[’']s?)?\\s+(?:(?:full|new|interim|transitional|self-declared|declaration of|unilateral declaration of|statehood and) )?"
                    + "(?:independence|statehood|government|state|right to exist|authorities)\\b(?! (?:day|anniversary|school|company))");
    private static final Pattern AS = Pattern.compile(
            "^,? as (?:an? |the |its )?(?:[a-z-]+(?: and |, | ))*(?:[A-Z][\\w-]+[’']s )?"
                    + "(?:[a-z-]+ )*(?:state|country|nation|republic|government|president|leader|leaders|authority|authorities|representatives?|ruler|rulers)\\b");
    private static final Pattern LATER_AS = Pattern.compile("^,? as ");
    private static final Pattern PASSIVE =
            Pattern.compile("\\b(?:was|is|been|were|are|being)(?: \\w+ly| not| never)* $");

    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:withdr[ae]w\\w*|revok\\w+|rescind\\w*|cancel\\w*|ended|ends|suspend\\w*|dropped|drops|annul\\w*) (?:\\w+ ){0,3}$");
    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:grant\\w*|extend\\w*|announc\\w*|declar\\w*|gave|accord\\w*|formali[sz]\\w*) (?:\\w+ ){0,3}$");
    private static final Pattern WITHHELD =
            Pattern.compile("\\b(?:refus\\w*|den(?:y|ies|ied)|withh[eo]ld\\w*|reject\\w*|rul\\w+ out) (?:\\w+ ){0,3}$");

    private final Parties parties;
    private final Disputes disputes;

    RecognitionRule(Parties parties, Disputes disputes) {
        this.parties = parties;
        this.disputes = disputes;
    }

    @Override
    public List<Claim> of(Telling telling) {
        Event event = telling.event;
        Actor target = event.target();
        if (target == null || !TYPES.contains(event.type()) || event.status() == Status.POSSIBLE) {
            return List.of();
        }
        Optional<Party> holder = parties.recognising(event.source());
        Optional<Party> toward = toward(target);
        if (!Parties.areTwo(holder, toward)) {
            return List.of();
        }
        return claims(telling, holder.get(), toward.get(), target);
    }

    private List<Claim> claims(Telling telling, Party holder, Party toward, Actor target) {
        Matcher verb = VERB.matcher(telling.small);
        while (verb.find()) {
            if (isObject(telling, verb, target) || isSubject(telling, verb, target)) {
                return said(telling, verb.start(), holder, toward);
            }
        }
        Matcher noun = NOUN.matcher(telling.small);
        while (noun.find()) {
            int at = telling.of(target, noun.end());
            if (at >= 0
                    && BEFORE_OBJECT
                            .matcher(telling.small.substring(noun.end(), at))
                            .find()
                    && ends(telling, at, target)) {
                return given(telling, noun.start(), holder, toward);
            }
        }
        Matcher ties = TIES.matcher(telling.small);
        if (ties.find() && isFact(telling, ties.start()) && telling.areTogether(ties.end())) {
            return List.of(
                    new Claim(holder, Stance.RECOGNISES, toward, Effect.BEGINS),
                    new Claim(toward, Stance.RECOGNISES, holder, Effect.BEGINS));
        }
        return List.of();
    }

    /** "recognised the independence of Kosovo", "recognise Kosovo as a state". */
    private static boolean isObject(Telling telling, Matcher verb, Actor target) {
        int at = telling.of(target, verb.end());
        return at >= 0
                && BEFORE_OBJECT
                        .matcher(telling.small.substring(verb.end(), at))
                        .find()
                && ends(telling, at, target);
    }

    /** What is recognised ends with its name, or with what makes it a state or government. */
    private static boolean ends(Telling telling, int at, Actor target) {
        int end = at + target.text().length();
        String rest = telling.sentence.substring(end);
        if (LATER_AS.matcher(rest).find()) {
            return AS.matcher(rest).find();
        }
        return OWNED.matcher(rest).find() || (!rest.startsWith("’") && !rest.startsWith("'") && telling.isWhole(end));
    }

    /** "South Sudan was recognised by Egypt". */
    private static boolean isSubject(Telling telling, Matcher verb, Actor target) {
        int at = telling.of(target, 0);
        int by = telling.of(telling.event.source(), verb.end());
        return at >= 0
                && at < verb.start()
                && by >= 0
                && telling.small.substring(verb.end(), by).matches("(?: as [\\w -]+)? by (?:the )?")
                && PASSIVE.matcher(telling.small.substring(at, verb.start())).find();
    }

    private static List<Claim> said(Telling telling, int at, Party holder, Party toward) {
        boolean refused = telling.isNegated(at);
        if (refused) {
            return isRefusal(telling, at)
                    ? List.of(new Claim(holder, Stance.DOES_NOT_RECOGNISE, toward, Effect.HOLDS))
                    : List.of();
        }
        boolean wish = WISH.matcher(telling.near(at)).find();
        if (wish || !isFact(telling, at) || telling.event.type() == EventType.REJECT) {
            return List.of();
        }
        boolean begins = telling.small.startsWith("recognised", at) || telling.small.startsWith("recognized", at);
        return List.of(new Claim(holder, Stance.RECOGNISES, toward, begins ? Effect.BEGINS : Effect.HOLDS));
    }

    /** "will never recognise" refuses; "urged it not to recognise", "may not recognise" and "plans not to" are talk. */
    private static boolean isRefusal(Telling telling, int at) {
        return telling.event.type() != EventType.AGREE && !telling.isRefusalOnlyTalk(at);
    }

    private static List<Claim> given(Telling telling, int at, Party holder, Party toward) {
        String before = telling.small.substring(0, at);
        if (telling.event.status() != Status.ACTUAL
                || (telling.isTalk(at) && !WITHHELD.matcher(before).find())) {
            return List.of();
        }
        if (TAKEN_BACK.matcher(before).find()) {
            return List.of(new Claim(holder, Stance.RECOGNISES, toward, Effect.ENDS));
        }
        if (WITHHELD.matcher(before).find()) {
            return List.of(new Claim(holder, Stance.DOES_NOT_RECOGNISE, toward, Effect.HOLDS));
        }
        return GIVEN.matcher(before).find()
                ? List.of(new Claim(holder, Stance.RECOGNISES, toward, Effect.BEGINS))
                : List.of();
    }

    private static boolean isFact(Telling telling, int at) {
        return telling.event.status() == Status.ACTUAL && !telling.isTalk(at) && !telling.isNegated(at);
    }

    /** A land that wants to be a state goes by its own name, not by that of the state it wants to leave. */
    private Optional<Party> toward(Actor target) {
        Optional<Party> party = parties.recognised(target);
        return party.map(state -> disputes.all().stream()
                .filter(dispute ->
                        dispute.kind() == Disputes.Kind.STATUS && target.text().contains(dispute.name()))
                .filter(dispute -> !dispute.name().equals(state.name()))
                .findFirst()
                .map(dispute -> new Party(dispute.id(), dispute.name()))
                .orElse(state));
    }
}
