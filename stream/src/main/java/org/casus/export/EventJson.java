package org.casus.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.place.Place;
import org.jspecify.annotations.Nullable;

/** An event as JSON. Field order is fixed, absent values are null: other programs rely on it. */
public final class EventJson {
    private EventJson() {}

    /** Writes an event as an object. */
    public static void write(JsonGenerator json, Article article, Event event) throws IOException {
        json.writeStartObject();
        writeFields(json, article, event);
        json.writeEndObject();
    }

    /** Writes the fields of an event into an object that is open. */
    public static void writeFields(JsonGenerator json, Article article, Event event) throws IOException {
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
        writeActor(json, "source", event.source());
        writeActor(json, "target", event.target());
        json.writeBooleanField("mutual", event.mutual());
        json.writeStringField("status", event.status().label());
        json.writeBooleanField("background", event.background());
        json.writeStringField("attribution", event.attribution());
        json.writeStringField("date", text(event.date()));
        writePlace(json, event.place());
        json.writeObjectFieldStart("evidence");
        json.writeStringField("sentence", event.evidence().sentence());
        json.writeStringField("trigger", event.evidence().trigger());
        json.writeNumberField("start", event.evidence().start());
        json.writeNumberField("end", event.evidence().end());
        json.writeEndObject();
        json.writeNumberField("confidence", event.confidence());
    }

    private static void writePlace(JsonGenerator json, @Nullable Place place) throws IOException {
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

    private static void writeActor(JsonGenerator json, String field, @Nullable Actor actor) throws IOException {
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
}
