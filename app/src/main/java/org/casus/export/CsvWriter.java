package org.casus.export;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** Events as comma-separated values with a header (RFC 4180), the JSON's fields flattened. */
public final class CsvWriter implements EventWriter {
    private static final String[] HEADER = {
        "id",
        "article_id",
        "file",
        "url",
        "title",
        "publisher",
        "published",
        "type",
        "mode",
        "contexts",
        "cameo",
        "quad",
        "goldstein",
        "source_text",
        "source_name",
        "source_country",
        "source_sector",
        "source_role",
        "source_id",
        "target_text",
        "target_name",
        "target_country",
        "target_sector",
        "target_role",
        "target_id",
        "mutual",
        "status",
        "background",
        "attribution",
        "date",
        "place_name",
        "place_country",
        "latitude",
        "longitude",
        "geoname_id",
        "sentence",
        "trigger",
        "start",
        "end",
        "confidence"
    };

    private final CSVPrinter csv;

    public CsvWriter(Writer out) throws IOException {
        csv = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(HEADER)
                        .setRecordSeparator("\n")
                        .get());
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        csv.printRecord(Stream.of(
                        Stream.of(event.id(), article.id(), article.file(), article.url()),
                        Stream.of(article.title(), article.publisher(), article.published()),
                        Stream.of(event.type(), event.mode(), String.join("|", event.contexts())),
                        Stream.of(
                                event.cameo().code(),
                                event.quad().label(),
                                event.cameo().goldstein()),
                        cells(event.source()),
                        cells(event.target()),
                        Stream.of(event.mutual(), event.status().label(), event.background()),
                        Stream.of(event.attribution(), event.date()),
                        cells(event.place()),
                        Stream.of(event.evidence().sentence(), event.evidence().trigger()),
                        Stream.of(event.evidence().start(), event.evidence().end(), event.confidence()))
                .flatMap(cells -> cells)
                .map(CsvWriter::safe)
                .toArray());
    }

    private static Stream<@Nullable Object> cells(@Nullable Actor actor) {
        return actor == null
                ? Stream.of(null, null, null, null, null, null)
                : Stream.of(actor.text(), actor.name(), actor.country(), actor.sector(), actor.role(), actor.id());
    }

    private static Stream<@Nullable Object> cells(@Nullable Place place) {
        return place == null
                ? Stream.of(null, null, null, null, null)
                : Stream.of(place.name(), place.country(), place.latitude(), place.longitude(), place.geonameId());
    }

    /** A spreadsheet runs cells that begin like formulas; text from a page must not. */
    private static @Nullable Object safe(@Nullable Object cell) {
        boolean formula = cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
