package org.casus.spark;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.casus.actor.Sector;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.place.Place;
import org.casus.story.Account;
import org.casus.story.Party;
import org.casus.story.Telling;
import org.casus.story.TextSignature;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** What stories need to know of an article, as a column of the table of articles. */
final class AccountRows {
    private static final StructType PARTY = new StructType()
            .add("country", StringType)
            .add("sector", StringType)
            .add("id", StringType);

    private static final StructType PLACE = new StructType()
            .add("name", StringType)
            .add("kind", StringType)
            .add("country", StringType)
            .add("province", StringType)
            .add("latitude", DoubleType)
            .add("longitude", DoubleType)
            .add("population", IntegerType)
            .add("geoname_id", IntegerType);

    private static final StructType TELLING = new StructType()
            .add("event", StringType)
            .add("type", StringType)
            .add("source", PARTY)
            .add("target", PARTY)
            .add("mutual", BooleanType)
            .add("status", StringType)
            .add("background", BooleanType)
            .add("date", StringType)
            .add("place", PLACE)
            .add("passage", StringType);

    static final StructType SCHEMA = new StructType()
            .add("article", StringType)
            .add("publisher", StringType)
            .add("published", StringType)
            .add("lead", StringType)
            .add("signature", BinaryType)
            .add("tellings", DataTypes.createArrayType(TELLING));

    private AccountRows() {}

    static Row toRow(Account account) {
        return RowFactory.create(
                account.article(),
                account.publisher(),
                text(account.published()),
                account.lead(),
                account.signature().toBytes(),
                account.tellings().stream().map(AccountRows::telling).toArray());
    }

    static Account of(Row row) {
        String published = row.getString(2);
        return new Account(
                row.getString(0),
                row.getString(1),
                published == null ? null : LocalDate.parse(published),
                row.getString(3),
                TextSignature.ofBytes((byte[]) row.get(4)),
                row.<Row>getList(5).stream().map(AccountRows::telling).toList());
    }

    private static Row telling(Telling telling) {
        return RowFactory.create(
                telling.event(),
                telling.type().name(),
                party(telling.source()),
                party(telling.target()),
                telling.mutual(),
                telling.status().name(),
                telling.background(),
                text(telling.date()),
                place(telling.place()),
                telling.passage());
    }

    private static Telling telling(Row row) {
        Party source = party(row.getStruct(2));
        if (source == null) {
            throw new IllegalStateException("an event without a source: " + row);
        }
        return new Telling(
                row.getString(0),
                EventType.valueOf(row.getString(1)),
                source,
                party(row.getStruct(3)),
                row.getBoolean(4),
                Status.valueOf(row.getString(5)),
                row.getBoolean(6),
                date(row.getString(7)),
                place(row.getStruct(8)),
                row.getString(9));
    }

    static @Nullable Row party(@Nullable Party party) {
        return party == null
                ? null
                : RowFactory.create(party.country(), party.sector().name(), party.id());
    }

    private static @Nullable Party party(@Nullable Row row) {
        return row == null ? null : new Party(row.getString(0), Sector.valueOf(row.getString(1)), row.getString(2));
    }

    private static @Nullable Row place(@Nullable Place place) {
        return place == null
                ? null
                : RowFactory.create(
                        place.name(),
                        place.kind().name(),
                        place.country(),
                        place.province(),
                        place.latitude(),
                        place.longitude(),
                        place.population(),
                        place.geonameId());
    }

    private static @Nullable Place place(@Nullable Row row) {
        return row == null
                ? null
                : new Place(
                        row.getString(0),
                        Place.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getInt(6),
                        row.isNullAt(7) ? null : (Integer) row.getInt(7));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The date that {@link PartialDate#toString} wrote. */
    private static @Nullable PartialDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.length()) {
            case 4 -> PartialDate.of(Year.parse(text));
            case 7 -> PartialDate.of(YearMonth.parse(text));
            default -> PartialDate.of(LocalDate.parse(text));
        };
    }
}
