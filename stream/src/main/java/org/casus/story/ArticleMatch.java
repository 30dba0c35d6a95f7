package org.casus.story;

import java.util.List;
import java.util.Map;

/**
 * Whether two articles tell one happening, whatever the coder made of them: by their leads, and by the two of their events that come nearest to
 * each other.
 *
 * @param score how far above the threshold they are; at 0 or below they tell of two happenings
 * @param nearest the index of the other article's event that comes nearest to one of this article's; 0 where that has none
 */
record ArticleMatch(double score, int nearest) {
    /** One text in two papers. */
    static final ArticleMatch COPY = new ArticleMatch(10, 0);

    /** Log odds asked for. More than of events, since all articles of near days are candidates. */
    private static final double LEAST_ODDS = 1.0;

    private static final List<Clue> NEAREST_FIRST =
            List.of(Clue.SAME_EVENT, Clue.OTHER_TYPE, Clue.OTHER_KIND, Clue.REVERSED, Clue.ONE_PARTY, Clue.NO_PARTY);

    static ArticleMatch of(Terms lead, List<Telling> tellings, Terms otherLead, List<Telling> otherTellings) {
        if (lead.contradictsCountry(otherLead) || lead.contradictsPlace(otherLead)) {
            return new ArticleMatch(-1, 0);
        }
        Map<Clue, Double> seen = Clues.ofTexts(lead, otherLead);
        int nearest = addClues(seen, tellings, otherTellings);
        return new ArticleMatch(Clues.bundled().weigh(seen) - LEAST_ODDS, nearest);
    }

    /** Adds what the nearest two events have in common; returns the index of the second article's, or 0. */
    static int addClues(Map<Clue, Double> seen, List<Telling> tellings, List<Telling> otherTellings) {
        Telling mine = null;
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (Telling telling : tellings) {
            for (int i = 0; i < otherTellings.size(); i++) {
                int distance = distance(telling, otherTellings.get(i));
                if (distance < least) {
                    least = distance;
                    mine = telling;
                    nearest = i;
                }
            }
        }
        if (mine == null) {
            seen.put(Clue.UNCODED, 1.0);
            return 0;
        }
        EventMatch.addClues(seen, mine, otherTellings.get(nearest));
        return nearest;
    }

    private static int distance(Telling a, Telling b) {
        int days = Math.min(EventMatch.daysApart(a.date(), b.date()), 3);
        return NEAREST_FIRST.indexOf(EventMatch.relation(a, b)) + 2 * days;
    }
}
