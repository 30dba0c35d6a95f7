package org.casus.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.actor.Actor;
import org.casus.data.DataException;
import org.casus.event.Event;
import org.jspecify.annotations.Nullable;

/** Gold articles and their events, from JSON lines of {@code {"id", "sha256", "events": […]}}. */
public final class Gold {
    private final Map<String, List<GoldEvent>> articles = new LinkedHashMap<>();

    private Gold() {}

    /** Reads a gold file; {@link DataException} names the line that is wrong. */
    public static Gold read(Path file) throws IOException {
        Gold gold = new Gold();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    gold.add(json, line, file + ", line " + number);
                }
            }
        }
        return gold;
    }

    private void add(ObjectMapper json, String line, String where) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.has("id") || !node.path("events").isArray()) {
                throw new DataException(where + ": a gold line needs \"id\" and \"events\"");
            }
            List<GoldEvent> events = new ArrayList<>();
            node.path("events").forEach(event -> events.add(GoldEvent.of(event)));
            articles.put(node.path("id").asText(), events);
        } catch (JsonProcessingException e) {
            throw new DataException(where + ": no JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** The ids of the articles, in the file's order. */
    public List<String> ids() {
        return List.copyOf(articles.keySet());
    }

    /** True when the article holds no event: inventing one there is an error. */
    public boolean isEmpty(String id) {
        return articles.getOrDefault(id, List.of()).isEmpty();
    }

    /** Scores coded events, by article id, at a level. */
    public Score score(Map<String, List<Event>> coded, Level level) {
        Score score = new Score(level);
        articles.forEach((id, gold) -> score.add(
                id,
                gold,
                coded.getOrDefault(id, List.of()).stream().map(Gold::given).toList()));
        return score;
    }

    private static GoldEvent given(Event event) {
        return new GoldEvent(
                event.type().name(),
                Objects.requireNonNull(side(event.source())),
                side(event.target()),
                event.mutual(),
                event.status().label(),
                event.background(),
                event.evidence().trigger(),
                List.of());
    }

    private static GoldEvent.@Nullable Side side(@Nullable Actor actor) {
        return actor == null
                ? null
                : new GoldEvent.Side(
                        actor.country() == null ? "" : actor.country(),
                        actor.sector().name());
    }
}
