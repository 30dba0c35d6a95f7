package org.casus.spark;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.place.Place;
import org.casus.story.Party;
import org.casus.story.Story;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Stories as rows, named as the columns of events. */
final class StoryRows {
    private static final StructType REPORT = new StructType()
            .add("article", StringType)
            .add("event", StringType)
            .add("publisher", StringType)
            .add("published", DateType);

    static final StructType SCHEMA = new StructType()
            .add("id", StringType)
            .add("type", StringType)
            .add("source_country", StringType)
            .add("source_sector", StringType)
            .add("source_id", StringType)
            .add("target_country", StringType)
            .add("target_sector", StringType)
            .add("target_id", StringType)
            .add("date", StringType)
            .add("date_start", DateType)
            .add("date_end", DateType)
            .add("place_name", StringType)
            .add("place_country", StringType)
            .add("latitude", DoubleType)
            .add("longitude", DoubleType)
            .add("geoname_id", IntegerType)
            .add("publishers", IntegerType)
            .add("first_seen", DateType)
            .add("last_seen", DateType)
            .add("reports", DataTypes.createArrayType(REPORT));

    private StoryRows() {}

    static Row of(Story story) {
        Party source = story.source();
        @Nullable Party target = story.target();
        @Nullable PartialDate date = story.date();
        @Nullable Place place = story.place();
        // what articles tell without an event is found across all pairs of parties; of one pair it would be a part
        List<Story.Report> reports = story.reports().stream()
                .filter(report -> report.event() != null)
                .toList();
        List<LocalDate> days = reports.stream()
                .map(Story.Report::published)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return RowFactory.create(
                story.id(),
                story.type().name(),
                source.country(),
                source.sector().name(),
                source.id(),
                target == null ? null : target.country(),
                target == null ? null : target.sector().name(),
                target == null ? null : target.id(),
                date == null ? null : date.toString(),
                date == null ? null : date.first(),
                date == null ? null : date.last(),
                place == null ? null : place.name(),
                place == null ? null : place.country(),
                place == null ? null : (Double) place.latitude(),
                place == null ? null : (Double) place.longitude(),
                place == null ? null : place.geonameId(),
                (int) reports.stream().map(Story.Report::publisher).distinct().count(),
                days.isEmpty() ? null : days.get(0),
                days.isEmpty() ? null : days.get(days.size() - 1),
                reports.stream()
                        .map(report -> RowFactory.create(
                                report.article(), report.event(), report.publisher(), report.published()))
                        .toArray());
    }
}
