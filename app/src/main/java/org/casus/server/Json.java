package org.casus.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.casus.export.EventJson;
import org.casus.server.ArticleView.SpannedEvent;
import org.casus.store.StoredEvent;
import org.casus.time.PartialDate;

/** JSON as the API reads and writes it: strict and bounded in, records in the order of their fields out. */
final class Json {
    static final String MEDIA_TYPE = "application/json";

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(50)
                    .maxNameLength(200)
                    .maxStringLength(2_000_000)
                    .maxDocumentLength(2_000_000)
                    .build())
            .build();

    static final ObjectMapper MAPPER = new ObjectMapper(FACTORY)
            .registerModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addSerializer(StoredEvent.class, new StoredEventSerializer())
                    .addSerializer(SpannedEvent.class, new SpannedEventSerializer()))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private Json() {}

    private static final class StoredEventSerializer extends JsonSerializer<StoredEvent> {
        @Override
        public void serialize(StoredEvent stored, JsonGenerator json, SerializerProvider provider) throws IOException {
            EventJson.write(json, stored.article(), stored.event());
        }
    }

    private static final class SpannedEventSerializer extends JsonSerializer<SpannedEvent> {
        @Override
        public void serialize(SpannedEvent spanned, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            EventJson.writeFields(json, spanned.article(), spanned.event());
            provider.defaultSerializeField("spans", spanned.spans(), json);
            json.writeEndObject();
        }
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
