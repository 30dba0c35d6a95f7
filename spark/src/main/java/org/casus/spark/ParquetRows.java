package org.casus.spark;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file as articles: read one by one, so that a damaged file costs only itself. */
final class ParquetRows implements Inputs.Rows {
    private final ParquetReader<Group> reader;
    private final List<Type> columns;
    private @Nullable Group row;
    private long number;

    private ParquetRows(ParquetReader<Group> reader, GroupType schema) {
        this.reader = reader;
        this.columns = schema.getFields();
    }

    static boolean isParquet(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    static void read(Path file, Configuration hadoop, Inputs inputs, FeedSink sink) {
        ParquetRows rows = null;
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop));
                ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), file)
                        .withConf(hadoop)
                        .build()) {
            rows = new ParquetRows(reader, footer.getFileMetaData().getSchema());
            inputs.readTable(
                    rows.columns.stream().map(Type::getName).toList(),
                    rows,
                    Origin.of(file.toString(), file.toString()),
                    sink);
        } catch (IOException | RuntimeException e) {
            String where =
                    rows == null || rows.number == 0 ? "" : "behind row " + rows.number + " the file is damaged: ";
            sink.problem(new Problem(file.toString(), where + "cannot be read: " + e.getMessage()));
        }
    }

    @Override
    public boolean next() throws IOException {
        row = reader.read();
        number += row == null ? 0 : 1;
        return row != null;
    }

    @Override
    public @Nullable String cell(int column) {
        Type type = columns.get(column);
        if (row == null || row.getFieldRepetitionCount(column) == 0 || !type.isPrimitive()) {
            return null;
        }
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(row.getInteger(column, 0)).toString();
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation time) {
            ChronoUnit unit =
                    switch (time.getUnit()) {
                        case MILLIS -> ChronoUnit.MILLIS;
                        case MICROS -> ChronoUnit.MICROS;
                        case NANOS -> ChronoUnit.NANOS;
                    };
            Instant instant = Instant.EPOCH.plus(row.getLong(column, 0), unit);
            return instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
        }
        return type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                ? row.getBinary(column, 0).toStringUsingUTF8()
                : row.getValueToString(column, 0);
    }
}
