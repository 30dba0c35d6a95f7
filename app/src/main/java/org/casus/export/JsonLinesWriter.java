package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** Events as JSON, one a line. Field order is fixed, absent values are null: other programs rely on it. */
public final class JsonLinesWriter implements EventWriter {
    private final JsonGenerator json;

    public JsonLinesWriter(Writer out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.out = out;
    }

    private final Writer out;

    @Override
    public void write(Article article, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeObjectFieldStart("article");
        json.writeStringField("id", article.id());
        json.writeStringField("file", article.file());
        json.writeStringField("url", article.url());
        json.writeStringField("title", article.title());
        json.writeStringField("publisher", article.publisher());
        json.writeStringField("published", text(article.published()));
        json.writeEndObject();
        json.writeStringField("type", event.type().name());
        json.writeStringField("mode", event.mode());
        json.writeArrayFieldStart("contexts");
        for (String context : event.contexts()) {
            json.writeString(context);
        }
        json.writeEndArray();
        json.writeStringField("cameo", event.cameo().code());
        json.writeStringField("quad", event.quad().label());
        json.writeNumberField("goldstein", event.cameo().goldstein());
        write("source", event.source());
        write("target", event.target());
        json.writeBooleanField("mutual", event.mutual());
        json.writeStringField("status", event.status().label());
        json.writeBooleanField("background", event.background());
        json.writeStringField("attribution", event.attribution());
        json.writeStringField("date", text(event.date()));
        write(event.place());
        json.writeObjectFieldStart("evidence");
        json.writeStringField("sentence", event.evidence().sentence());
        json.writeStringField("trigger", event.evidence().trigger());
        json.writeNumberField("start", event.evidence().start());
        json.writeNumberField("end", event.evidence().end());
        json.writeEndObject();
        json.writeNumberField("confidence", event.confidence());
        json.writeEndObject();
    }

    private void write(@Nullable Place place) throws IOException {
        if (place == null) {
            json.writeNullField("place");
            return;
        }
        json.writeObjectFieldStart("place");
        json.writeStringField("name", place.name());
        json.writeStringField("country", place.country());
        json.writeNumberField("latitude", place.latitude());
        json.writeNumberField("longitude", place.longitude());
        if (place.geonameId() == null) {
            json.writeNullField("geonameId");
        } else {
            json.writeNumberField("geonameId", place.geonameId());
        }
        json.writeEndObject();
    }

    private void write(String field, @Nullable Actor actor) throws IOException {
        if (actor == null) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeStringField("text", actor.text());
        json.writeStringField("name", actor.name());
        json.writeStringField("country", actor.country());
        json.writeStringField("sector", actor.sector().name());
        json.writeStringField("role", actor.role());
        json.writeStringField("id", actor.id());
        json.writeEndObject();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
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
