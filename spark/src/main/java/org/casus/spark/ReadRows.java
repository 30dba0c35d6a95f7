package org.casus.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.casus.feed.Inputs;

/** Reads the articles of rows, one of each row. */
final class ReadRows implements FlatMapFunction<Iterator<Row>, Row> {
    private final List<String> header;
    private final Reading reading;

    ReadRows(List<String> header, Reading reading) {
        this.header = header;
        this.reading = reading;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Inputs inputs = reading.inputs();
        int partition = TaskContext.getPartitionId();
        return new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                try {
                    return new TableRow(rows.next())
                            .read(inputs, header, partition, number++)
                            .toRow();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
