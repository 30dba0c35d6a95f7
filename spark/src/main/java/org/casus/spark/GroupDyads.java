package org.casus.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.casus.story.Stories;
import org.casus.story.Story;

/** Stories of accounts that come pair of parties by pair of parties, and for each in the order of publication. */
final class GroupDyads implements FlatMapFunction<Iterator<Row>, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> accounts) {
        return new Grouping(accounts);
    }

    private static final class Grouping implements Iterator<Row> {
        private final Iterator<Row> accounts;
        private final Deque<Story> closed = new ArrayDeque<>();
        private final Stories stories = new Stories(closed::add);
        private String dyad = "";

        Grouping(Iterator<Row> accounts) {
            this.accounts = accounts;
        }

        @Override
        public boolean hasNext() {
            while (closed.isEmpty() && accounts.hasNext()) {
                Row row = accounts.next();
                if (!row.getString(0).equals(dyad)) {
                    stories.close();
                    dyad = row.getString(0);
                }
                stories.add(AccountRows.of(row.getStruct(3)));
            }
            if (closed.isEmpty()) {
                stories.close();
            }
            return !closed.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return StoryRows.of(closed.remove());
        }
    }
}
