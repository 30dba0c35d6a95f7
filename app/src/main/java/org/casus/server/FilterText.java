package org.casus.server;

import java.util.Map;
import org.casus.store.EventFilter;
import org.jspecify.annotations.Nullable;

/**
 * Filters of events as the API and the dashboard write them into addresses, for use elsewhere.
 *
 * <pre>{@code FilterText.parse("actor=AZE&type=CONSULT,AGREE&from=2023-09-01")}</pre>
 */
public final class FilterText {
    private FilterText() {}

    /** The filter; null or nothing is all events. IllegalArgumentException says what is wrong and what would be right. */
    public static EventFilter parse(@Nullable String text) {
        String query = text == null || !text.startsWith("?") ? text : text.substring(1);
        try {
            return Filters.of(Query.of(query, Map.of(), Filters.and()));
        } catch (HttpProblemException e) {
            throw new IllegalArgumentException(e.problem().detail(), e);
        }
    }
}
