package org.casus.server;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.actor.Sector;
import org.casus.codebook.EventType;
import org.casus.codebook.QuadClass;
import org.casus.codebook.Status;
import org.casus.position.Stance;

/** The schemas that several endpoints share, under their names. */
final class Schemas {
    static final Schema COUNT = Schema.whole().with("minimum", 0);
    static final Schema SCORE =
            Schema.number().with("minimum", -10).with("maximum", 10).with("description", "Goldstein scale");
    static final Schema DAY = Schema.text().with("format", "date");
    static final Schema SECTOR = names(Arrays.asList(Sector.values()));
    static final Schema TYPE = names(Arrays.asList(EventType.values()));
    static final Schema QUAD = Schema.choice(
            Arrays.stream(QuadClass.values()).map(QuadClass::label).toList());
    static final Schema STATUS =
            Schema.choice(Arrays.stream(Status.values()).map(Status::label).toList());
    static final Schema QUADS = Schema.list(COUNT)
            .with("minItems", 4)
            .with("maxItems", 4)
            .with("description", "verbal cooperation, material cooperation, verbal conflict, material conflict");

    private static final Schema SPAN = Schema.list(COUNT).with("minItems", 2).with("maxItems", 2);
    private static final Schema ID = Schema.text().with("pattern", "^[0-9a-f]{16}$");

    private Schemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Problem", problem().node());
        all.put("Party", party().node());
        all.put("Actor", actor().node());
        all.put("Event", Schema.object(event()).node());
        all.put("Article", article().node());
        all.put("ArticleToCode", articleToCode().node());
        return all;
    }

    static Schema story() {
        return Schema.object(
                "story", ID,
                "reports", COUNT,
                "articles", COUNT,
                "publishers", COUNT,
                "firstSeen", DAY.orNull(),
                "lastSeen", DAY.orNull());
    }

    static Schema position() {
        return Schema.object(
                "holder", Schema.ref("Party"),
                "toward", Schema.ref("Party"),
                "stance", names(Arrays.asList(Stance.values())),
                "issue", Schema.text().orNull(),
                "since", DAY.orNull(),
                "reports", COUNT,
                "articles", COUNT,
                "last", DAY,
                "ended", DAY.orNull(),
                "sentence", Schema.text(),
                "events", Schema.list(ID));
    }

    static Schema party() {
        return Schema.object(partyFields());
    }

    /** A party with more fields behind its own. */
    static Schema partyAnd(Object... more) {
        return Schema.object(concat(partyFields(), more));
    }

    private static Object[] partyFields() {
        return new Object[] {
            "id", Schema.text().with("description", "what filters take"),
            "name", Schema.text(),
            "country", Schema.text().orNull(),
            "sector", SECTOR.orNull()
        };
    }

    private static Schema problem() {
        return Schema.object(
                        "type", Schema.text(),
                        "title", Schema.text(),
                        "status", Schema.whole(),
                        "detail", Schema.text(),
                        "instance", Schema.text().orNull())
                .with("additionalProperties", Map.of("type", "string"))
                .with("description", "RFC 9457; \"parameter\" names the parameter that is wrong.");
    }

    private static Schema actor() {
        return Schema.object(
                "text", Schema.text(),
                "name", Schema.text().orNull(),
                "country", Schema.text().orNull(),
                "sector", SECTOR,
                "role", Schema.text().orNull(),
                "id", Schema.text().orNull());
    }

    private static Object[] event() {
        Schema article = Schema.object(
                "id", ID,
                "file", Schema.text().orNull(),
                "url", Schema.text().orNull(),
                "title", Schema.text().orNull(),
                "publisher", Schema.text().orNull(),
                "published", DAY.orNull());
        Schema place = Schema.object(
                "name", Schema.text(),
                "country", Schema.text().orNull(),
                "latitude", Schema.number(),
                "longitude", Schema.number(),
                "geonameId", Schema.whole().orNull());
        Schema evidence =
                Schema.object("sentence", Schema.text(), "trigger", Schema.text(), "start", COUNT, "end", COUNT);
        return new Object[] {
            "id", ID,
            "article", article,
            "type", TYPE,
            "mode", Schema.text().orNull(),
            "contexts", Schema.list(Schema.text()),
            "cameo", Schema.text().with("pattern", "^\\d{2,4}$"),
            "quad", QUAD,
            "goldstein", SCORE,
            "source", Schema.ref("Actor"),
            "target", Schema.ref("Actor").orNull(),
            "mutual", Schema.truth(),
            "status", STATUS,
            "background", Schema.truth(),
            "attribution", Schema.text().orNull(),
            "date",
                    Schema.text()
                            .with("pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$")
                            .orNull(),
            "place", place.orNull(),
            "evidence", evidence,
            "confidence", Schema.number().with("minimum", 0).with("maximum", 1)
        };
    }

    private static Schema article() {
        Schema mention = Schema.object(
                "start", COUNT,
                "end", COUNT,
                "text", Schema.text(),
                "actor", Schema.ref("Actor").orNull(),
                "reasons", Schema.list(Schema.text()));
        Schema spans = Schema.object(
                "trigger", SPAN,
                "source", SPAN.orNull(),
                "target", SPAN.orNull(),
                "attribution", SPAN.orNull());
        return Schema.object(
                "id", ID,
                "file", Schema.text().orNull(),
                "url", Schema.text().orNull(),
                "title", Schema.text().orNull(),
                "publisher", Schema.text().orNull(),
                "published", DAY.orNull(),
                "language", Schema.text().orNull(),
                "text", Schema.text().with("description", "offsets are UTF-16 units of it"),
                "mentions", Schema.list(mention),
                "events", Schema.list(Schema.object(concat(event(), "spans", spans))),
                "reasons", Schema.list(Schema.text()).with("description", "why there is no event"));
    }

    private static Schema articleToCode() {
        return Schema.object(
                        "text",
                                Schema.text()
                                        .with("description", "without the title; paragraphs parted by blank lines"),
                        "title", Schema.text().orNull(),
                        "published", DAY.orNull(),
                        "publisher", Schema.text().orNull(),
                        "url", Schema.text().orNull(),
                        "language", Schema.text().orNull(),
                        "file", Schema.text().orNull())
                .with("required", List.of("text"));
    }

    private static Schema names(List<? extends Enum<?>> values) {
        return Schema.choice(values.stream().map(Enum::name).toList());
    }

    private static Object[] concat(Object[] first, Object... second) {
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
