package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API on data of the Spark job: what can be told is told as on a store, what cannot says so. */
class DataTest {
    private static TestServer data;
    private static TestServer store;

    @BeforeAll
    static void starts() throws IOException, SQLException {
        data = TestServer.onData();
        store = TestServer.start();
    }

    @AfterAll
    static void stops() throws IOException {
        data.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events/count",
                "/api/events/count?actor=BLR&type=SANCTION",
                "/api/counts?by=month&series=quad",
                "/api/dyads/eu/BLR?by=month",
                "/api/network",
                "/api/map",
                "/api/actors?limit=100",
                "/api/parties",
                "/api/publishers",
                "/api/positions",
                "/api/sources",
                "/api/codebook"
            })
    void answersAreThoseOfAStore(String path) {
        assertThat(data.json(path)).isEqualTo(store.json(path));
    }

    /** Among pairs with as many events the order is that of keeping. */
    @Test
    void pairsAreThoseOfAStore() {
        for (String level : new String[] {"party", "sector", "actor"}) {
            String path = "/api/dyads?limit=500&level=" + level;
            assertThat(data.json(path).get("dyads"))
                    .containsExactlyInAnyOrderElementsOf(store.json(path).get("dyads"));
        }
    }

    @Test
    void eventsAreThoseOfAStore() {
        assertThat(data.events()).containsExactlyInAnyOrderElementsOf(store.events());
        JsonNode event = data.events().get(0);
        assertThat(data.json("/api/events/" + event.get("id").asText())).isEqualTo(event);
        assertThat(data.get("/api/export?format=csv").body().lines())
                .containsExactlyInAnyOrderElementsOf(
                        store.get("/api/export?format=csv").body().lines().toList());
        assertThat(data.get("/api/export?format=parquet").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheServerReadsIsTold() {
        assertThat(data.json("/api/summary").get("readOnly").asBoolean()).isTrue();
        assertThat(store.json("/api/summary").get("readOnly").asBoolean()).isFalse();
        assertThat(data.json("/api/summary").get("articles"))
                .isEqualTo(store.json("/api/summary").get("articles"));
        assertThat(data.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(data.get("/metrics").body()).contains("casus_store_events ");
    }

    @Test
    void textsAreNotThere() {
        String id = data.json("/api/articles").at("/articles/0/id").asText();
        HttpResponse<String> answer = data.get("/api/articles/" + id);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestServer.parse(answer.body()).get("detail").asText())
                .contains("not in data that Spark wrote")
                .contains("/api/events?article=" + id);
        assertThat(TestServer.parse(data.get("/api/articles/0000000000000000").body())
                        .get("detail")
                        .asText())
                .isEqualTo("no article has this id");
    }

    @Test
    void articlesAreCodedButNotKept() {
        String text = "{\"published\":\"2024-11-20\",\"text\":\"France condemned Iran on Monday.\"}";
        HttpResponse<String> coded = data.post("/api/articles", "application/json", text);
        assertThat(coded.statusCode()).isEqualTo(200);
        assertThat(TestServer.parse(coded.body()).get("events")).hasSize(1);
        for (String path : new String[] {"/api/articles?keep=true", "/api/samples"}) {
            HttpResponse<String> refused = data.post(path, "application/json", text);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(TestServer.parse(refused.body()).get("detail").asText()).contains("nothing can be kept here");
        }
    }
}
