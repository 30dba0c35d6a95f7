package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Routes routes = new Routes(
            List.of(
                    "/",
                    "/api/events/{id}",
                    "/api/events",
                    "/api/events/count",
                    "/api/dyads/{a}/{b}",
                    "/articles/{id}"),
            Set.of("/js/main.js"));

    @ParameterizedTest
    @CsvSource({
        "/,                     /",
        "/api/events,           /api/events",
        "/api/events/count,     /api/events/count",
        "/api/events/0a1b,      /api/events/{id}",
        "/api/events/0a1b/c,    none",
        "/api/dyads/eu/BLR,     /api/dyads/{a}/{b}",
        "/api/dyads/eu,         none",
        "/js/main.js,           file",
        "/js/other.js,          none",
        "/articles/x?y,         /articles/{id}",
        "/API/events,           none",
        "/wp-login.php,         none",
    })
    void pathsBelongToFewRoutes(String path, String route) {
        assertThat(routes.of(path)).isEqualTo(route);
    }
}
