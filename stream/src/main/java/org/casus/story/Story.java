package org.casus.story;

import java.time.LocalDate;
import java.util.List;
import org.casus.article.Article;
import org.casus.codebook.EventType;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * One happening with all its reports.
 *
 * @param id 16 hexadecimal digits made from its first report
 * @param type what most reports take it for; the earliest report's where as many take it for something else
 * @param source by its first report
 * @param target by its first report; null where that gives none
 * @param date the day that most reports give, the earliest of them; where none gives a day, what the first report has, or null
 * @param place the first town that a report gives, else the first place, or null
 * @param reports in the order of publication
 * @param publishers how many publishers report it; those of no name count as one
 * @param firstSeen the day of the first report, null where nothing tells
 * @param lastSeen the day of the last report, null where nothing tells
 */
public record Story(
        String id,
        EventType type,
        Party source,
        @Nullable Party target,
        @Nullable PartialDate date,
        @Nullable Place place,
        List<Report> reports,
        int publishers,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen) {
    public Story {
        reports = List.copyOf(reports);
    }

    /**
     * One article's telling of the happening.
     *
     * @param event the event's id; null where the article tells it although the coder found no event of it there
     */
    public record Report(
            String article,
            @Nullable String event,
            @Nullable String publisher,
            @Nullable LocalDate published) {}

    static String idOf(String article, String event) {
        return Article.fingerprint("story\n" + article + "\n" + event);
    }
}
