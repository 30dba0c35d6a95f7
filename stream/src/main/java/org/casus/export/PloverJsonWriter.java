package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.codebook.QuadClass;
import org.casus.event.Event;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Events as PLOVER's JSON, one a line: the fields of the manual that an event can fill, always in the same order, null where it has
 * nothing. Status and background are PLOVER's auxiliary modes beside the mode. Source: PLOVER manual, draft of 17 September 2021.
 */
final class PloverJsonWriter implements EventWriter {
    private final Writer out;
    private final JsonGenerator json;
    private final FormatContext context;
    private final CountryCodes countries = new CountryCodes();
    private final LeftOut leftOut = new LeftOut("plover");

    PloverJsonWriter(Writer out, FormatContext context) throws IOException {
        this.out = out;
        this.context = context;
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        PartialDate date = event.date() == null && article.published() != null
                ? PartialDate.of(article.published())
                : event.date();
        if (date == null) {
            leftOut.count(LeftOut.Reason.UNDATED);
            return;
        }
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeBooleanField("has_event", true);
        json.writeStringField("date", date.first().toString());
        json.writeStringField("enddate", date.isDay() ? null : date.last().toString());
        entities("actor", event.source());
        entities("recipient", event.target());
        json.writeStringField("event", event.type().name());
        texts("mode", modes(event));
        texts("context", event.contexts());
        json.writeNumberField("quad_code", number(event.quad()));
        json.writeNumberField("event_scale", context.codebook().score(event.type(), event.mode()));
        location(event.place());
        json.writeStringField("event_text", CellText.valid(event.evidence().sentence()));
        json.writeStringField("link", valid(article.url()));
        json.writeStringField("text", CellText.valid(event.evidence().trigger()));
        json.writeObjectFieldStart("text_info");
        json.writeNumberField("start", event.evidence().start());
        json.writeNumberField("end", event.evidence().end());
        json.writeStringField("text_story", article.id());
        json.writeEndObject();
        cite(article);
        json.writeStringField("coder", "Casus " + context.version());
        LocalDate coded = context.added() != null ? context.added() : article.published();
        json.writeStringField("coded_date", coded == null ? null : coded.toString());
        json.writeStringField(
                "comment", event.attribution() == null ? null : "said by " + CellText.valid(event.attribution()));
        json.writeEndObject();
    }

    /** The manual's numbers. */
    private static int number(QuadClass quad) {
        return switch (quad) {
            case VERBAL_COOPERATION -> 1;
            case MATERIAL_COOPERATION -> 2;
            case VERBAL_CONFLICT -> 3;
            case MATERIAL_CONFLICT -> 4;
        };
    }

    /** The mode, if there is one, and the auxiliary modes. */
    private static List<String> modes(Event event) {
        Stream<String> status =
                switch (event.status()) {
                    case ACTUAL -> Stream.of();
                    case PLANNED -> Stream.of("future");
                    case DENIED -> Stream.of("negation");
                    case POSSIBLE -> Stream.of("hypothetical");
                };
        return Stream.of(
                        Stream.ofNullable(event.mode()),
                        status,
                        event.background() ? Stream.of("historical") : Stream.<String>of())
                .flatMap(modes -> modes)
                .toList();
    }

    private void entities(String field, @Nullable Actor actor) throws IOException {
        json.writeArrayFieldStart(field);
        if (actor != null) {
            json.writeStartObject();
            json.writeStringField("code", actor.country());
            json.writeStringField("sector", actor.sector().name());
            json.writeStringField("entity_text", CellText.valid(actor.text()));
            json.writeStringField("identifier_text", valid(actor.name()));
            json.writeStringField("office", valid(actor.role()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void location(@Nullable Place place) throws IOException {
        if (place == null) {
            json.writeNullField("event_loc");
            return;
        }
        boolean town = Places.isTown(place);
        String feature = Places.feature(place);
        String province = countries.province(place);
        json.writeObjectFieldStart("event_loc");
        json.writeStringField("resolved_place", CellText.valid(place.name()));
        if (place.geonameId() == null) {
            json.writeNullField("geonameid");
        } else {
            json.writeNumberField("geonameid", place.geonameId());
        }
        json.writeNumberField("lat", place.latitude());
        json.writeNumberField("lon", place.longitude());
        json.writeStringField("city", town ? CellText.valid(place.name()) : null);
        json.writeStringField("province", province.isEmpty() ? null : CellText.valid(province));
        json.writeStringField("country", place.country() == null ? null : countries.name(place.country()));
        json.writeStringField("country_code", place.country());
        json.writeStringField("feature_class", feature == null ? null : town ? "P" : "A");
        json.writeStringField("feature_code", feature);
        switch (place.kind()) {
            case COUNTRY -> json.writeNumberField("resolution", 1);
            case PROVINCE -> json.writeNumberField("resolution", 2);
            case CAPITAL, SEAT, TOWN -> json.writeNumberField("resolution", 4);
            case REGION -> json.writeNullField("resolution");
        }
        json.writeEndObject();
    }

    private void cite(Article article) throws IOException {
        json.writeObjectFieldStart("cite_info");
        json.writeStringField("url", valid(article.url()));
        json.writeStringField("title", valid(article.title()));
        json.writeStringField("language", article.language());
        json.writeStringField("publication", valid(article.publisher()));
        json.writeStringField("coder", "Casus");
        json.writeStringField("codebook", "PLOVER 2021");
        json.writeStringField("version", context.version());
        json.writeEndObject();
    }

    private static @Nullable String valid(@Nullable String text) {
        return text == null ? null : CellText.valid(text);
    }

    @Override
    public Optional<String> leftOut() {
        return leftOut.message();
    }

    @Override
    public void close() throws IOException {
        json.flush();
        if (json.getOutputContext().getEntryCount() > 0) {
            out.write('\n');
        }
        out.flush();
    }
}
