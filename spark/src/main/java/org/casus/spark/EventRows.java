package org.casus.spark;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.export.EventColumns;
import org.jspecify.annotations.Nullable;

/** Events as rows: the columns of {@code casus code --format parquet}, of the same names and types. */
final class EventRows {
    static final StructType SCHEMA = schema();

    private EventRows() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (EventColumns.Typed column : EventColumns.WITH_DAYS) {
            schema = schema.add(column.name(), type(column.type()));
        }
        return schema;
    }

    private static DataType type(EventColumns.Type type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case TEXTS -> DataTypes.createArrayType(DataTypes.StringType);
            case WHOLE -> DataTypes.IntegerType;
            case NUMBER -> DataTypes.DoubleType;
            case TRUTH -> DataTypes.BooleanType;
            case DAY -> DataTypes.DateType;
        };
    }

    /** Spark takes arrays, not Java's lists. */
    private static @Nullable Object spark(@Nullable Object value) {
        return value instanceof List<?> list ? list.toArray() : value;
    }

    static Row of(Article article, Event event) {
        EventColumns.Row row = new EventColumns.Row(article, event);
        return RowFactory.create(EventColumns.WITH_DAYS.stream()
                .map(column -> column.value().apply(row))
                .map(EventRows::spark)
                .toArray());
    }
}
