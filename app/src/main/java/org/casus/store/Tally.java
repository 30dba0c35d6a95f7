package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of events in numbers.
 *
 * @param quads how many of each quad class, verbal cooperation first
 * @param goldstein the mean of their scores
 * @param first the first day of one with a date; null where none has
 */
public record Tally(
        long events,
        List<Long> quads,
        double goldstein,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            count(*) AS events,
            count(*) FILTER (e.quad = 1) AS quad1, count(*) FILTER (e.quad = 2) AS quad2,
            count(*) FILTER (e.quad = 3) AS quad3, count(*) FILTER (e.quad = 4) AS quad4,
            avg(e.goldstein) AS goldstein,
            min(e.moment) FILTER (e.exactness > 0) AS first, max(e.moment) FILTER (e.exactness > 0) AS last
            """;

    static Tally read(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("events"),
                List.of(row.getLong("quad1"), row.getLong("quad2"), row.getLong("quad3"), row.getLong("quad4")),
                row.getDouble("goldstein"),
                EventRows.day(row, "first"),
                EventRows.day(row, "last"));
    }

    public long cooperation() {
        return quads.get(0) + quads.get(1);
    }

    public long conflict() {
        return quads.get(2) + quads.get(3);
    }
}
