package org.casus.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.casus.Coder;
import org.jspecify.annotations.Nullable;

/** Codes the articles of a partition, which come in the order of their ids: of several with one id the first. */
final class CodeArticles implements FlatMapFunction<Iterator<Row>, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> found) {
        return new Outcomes(found, Coders.casus().coder());
    }

    private static final class Outcomes implements Iterator<Row> {
        private final Iterator<Row> found;
        private final Coder coder;
        private @Nullable String last;
        private @Nullable Found next;

        Outcomes(Iterator<Row> found, Coder coder) {
            this.found = found;
            this.coder = coder;
        }

        @Override
        public boolean hasNext() {
            while (next == null && found.hasNext()) {
                Found candidate = Found.of(found.next());
                String id =
                        candidate.article() == null ? null : candidate.article().id();
                if (id == null || !id.equals(last)) {
                    next = candidate;
                    last = id;
                }
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Row outcome = Outcome.of(next, coder);
            next = null;
            return outcome;
        }
    }
}
