package org.casus.position;

import java.time.LocalDate;
import java.util.List;
import org.casus.Casus;
import org.casus.article.Article;
import org.casus.event.Event;

/**
 * Tells what an event says about standing positions. Most events say nothing; a rule that is in doubt says nothing either.
 *
 * <pre>{@code
 * PositionRules rules = PositionRules.of(casus);
 * for (Event event : casus.coder().code(article).events()) {
 *     reports.addAll(rules.of(article, event));
 * }
 * }</pre>
 *
 * Immutable; one serves all threads.
 */
public final class PositionRules {
    private final List<StanceRule> rules;

    private PositionRules(List<StanceRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules with the actors of a coder and the disputes that come with the program. */
    public static PositionRules of(Casus casus) {
        Parties parties = new Parties(casus.actorBook());
        Disputes disputes = Disputes.bundled();
        Issues issues = new Issues(disputes);
        return new PositionRules(List.of(
                new RecognitionRule(parties, disputes),
                new SupportRule(parties, issues, casus.resolver()),
                new OppositionRule(parties, issues),
                new AllianceRule(parties),
                new CeasefireRule(parties),
                new SanctionsRule(parties)));
    }

    /** What one event of an article says: mostly nothing; nothing at all where neither event nor article has a date. */
    public List<PositionReport> of(Article article, Event event) {
        Telling telling = new Telling(event);
        return rules.stream()
                .map(rule -> rule.of(telling))
                .filter(claims -> !claims.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .flatMap(claim -> report(article, event, claim).stream())
                .toList();
    }

    private static List<PositionReport> report(Article article, Event event, Claim claim) {
        LocalDate happened = event.date() == null ? null : event.date().first();
        // what merely holds does so on the day of the telling, whatever the sentence dates
        boolean now = claim.effect() == Effect.HOLDS || happened == null;
        LocalDate day = now && article.published() != null ? article.published() : happened;
        return day == null
                ? List.of()
                : List.of(new PositionReport(
                        event.id(),
                        article.id(),
                        claim.holder(),
                        claim.stance(),
                        claim.toward(),
                        claim.issue(),
                        claim.effect(),
                        day,
                        event.confidence()));
    }
}
