package org.casus.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one article came to lie.
 *
 * @param joins the article's events in their order, then what it or earlier articles tell without an event of it
 * @param merges stories that turned out to be one
 */
public record Placed(List<Join> joins, List<Merge> merges) {
    public Placed {
        joins = List.copyOf(joins);
        merges = List.copyOf(merges);
    }

    /**
     * A report and its story.
     *
     * @param event null for an article that tells the story without an event of it
     * @param opened true where the story is new
     */
    public record Join(String article, @Nullable String event, String story, boolean opened) {}

    /** Story {@code gone} is from now on part of {@code into}. */
    public record Merge(String gone, String into) {}
}
