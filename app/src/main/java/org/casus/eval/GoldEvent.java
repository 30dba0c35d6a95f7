package org.casus.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as the scorer sees it: from gold, or from the program.
 *
 * @param alternatives other acceptable readings of a gold event
 */
record GoldEvent(
        String type,
        Side source,
        @Nullable Side target,
        boolean mutual,
        String status,
        boolean background,
        String trigger,
        List<Alternative> alternatives) {

    /** Country ("" for none) and sector of one side. */
    record Side(String country, String sector) {}

    /** What may stand instead; null keeps the event's own. */
    record Alternative(
            @Nullable String type,
            @Nullable String sourceCountry,
            @Nullable String targetCountry) {}

    /** One acceptable (source, type, target). */
    record Triple(
            @Nullable String source, String type, @Nullable String target) {
        Triple turned() {
            return new Triple(/* source= */ target, type, /* target= */ source);
        }
    }

    static GoldEvent of(JsonNode node) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode alternative : node.path("alt")) {
            alternatives.add(new Alternative(
                    text(alternative, "event"),
                    text(alternative, "source_country"),
                    text(alternative, "target_country")));
        }
        String type = node.has("event")
                ? node.path("event").asText()
                : node.path("type").asText();
        return new GoldEvent(
                type,
                Objects.requireNonNull(side(node.path("source"))),
                side(node.path("target")),
                node.path("mutual").asBoolean(),
                node.path("status").asText("actual"),
                node.path("background").asBoolean(),
                node.path("trigger").asText(),
                alternatives);
    }

    /** History and what only may be: not missed when it is left out. */
    boolean isOptional() {
        return background || status.equals("possible");
    }

    /** Every reading of the event that counts as right at a level. */
    List<Triple> readings(Level level) {
        List<Triple> readings = new ArrayList<>();
        readings.add(new Triple(level.of(source), type, level.of(target)));
        for (Alternative alternative : alternatives) {
            readings.add(new Triple(
                    level.of(with(source, alternative.sourceCountry())),
                    alternative.type() == null ? type : alternative.type(),
                    level.of(with(target, alternative.targetCountry()))));
        }
        if (mutual) {
            readings.addAll(readings.stream().map(Triple::turned).toList());
        }
        return readings;
    }

    private static @Nullable Side with(@Nullable Side side, @Nullable String country) {
        if (country == null) {
            return side;
        }
        return new Side(country, side == null ? "" : side.sector());
    }

    private static @Nullable Side side(JsonNode node) {
        return node.isObject()
                ? new Side(node.path("country").asText(""), node.path("sector").asText(""))
                : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asText() : null;
    }

    @Override
    public String toString() {
        return show(source) + (mutual ? " <> " : " > ") + show(target) + " " + type + " " + status
                + (background ? " background" : "") + " \"" + trigger + "\"";
    }

    private static String show(@Nullable Side side) {
        return side == null ? "-" : (side.country().isEmpty() ? "?" : side.country()) + " " + side.sector();
    }
}
