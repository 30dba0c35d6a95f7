package org.casus.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the server's few routes a path belongs to: figures are kept by route, never by path. */
final class Routes {
    /** Paths that lead nowhere, however many somebody tries. */
    static final String NONE = "none";

    private static final String FILE = "file";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private record Route(Pattern pattern, String name) {}

    private final List<Route> routes = new ArrayList<>();
    private final Set<String> files;

    /**
     * @param templates paths with parameters in braces
     * @param files whole paths
     */
    Routes(Collection<String> templates, Set<String> files) {
        this.files = Set.copyOf(files);
        for (String template : templates) {
            StringBuilder pattern = new StringBuilder();
            for (String part : template.split("(?=/)", -1)) {
                pattern.append(part.startsWith("/{") ? "/[^/]+" : Pattern.quote(part));
            }
            // what is fixed comes before what is not: /api/events/count before /api/events/{id}
            routes.add(
                    template.contains("{") ? routes.size() : 0,
                    new Route(Pattern.compile(pattern.toString()), template));
        }
    }

    String of(String path) {
        if (files.contains(path)) {
            return FILE;
        }
        return routes.stream()
                .filter(route -> route.pattern().matcher(path).matches())
                .map(Route::name)
                .findFirst()
                .orElse(NONE);
    }

    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }
}
