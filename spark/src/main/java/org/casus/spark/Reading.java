package org.casus.spark;

import java.io.Serializable;
import org.casus.feed.Columns;
import org.casus.feed.Inputs;

/**
 * How inputs are read: the options of {@code casus code}.
 *
 * @param columns which columns of tables hold what, {@code text=body,title=headline}; empty: all are guessed
 * @param fetchedIsPublished whether a page of a web archive that names no day counts as published when it was fetched
 */
public record Reading(String columns, boolean fetchedIsPublished) implements Serializable {
    /** Columns guessed; pages without a day have none. */
    public static final Reading USUAL = new Reading("", false);

    Inputs inputs() {
        return new Inputs(columns.isEmpty() ? Columns.guessed() : Columns.parse(columns), fetchedIsPublished);
    }
}
