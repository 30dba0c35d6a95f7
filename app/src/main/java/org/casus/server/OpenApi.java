package org.casus.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of the API in OpenAPI 3.1, made from the table of endpoints that the routes are made from. */
final class OpenApi {
    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "a parameter is unknown or wrong; the detail says what is allowed",
            401, "the token is missing or wrong",
            404, "there is no such thing",
            413, "the body is too large",
            415, "the body is of a kind that is not read",
            422, "the body holds no article; the detail says why",
            429, "too many requests; Retry-After says when to come again",
            503, "too much to do; Retry-After says when to come again");

    private OpenApi() {}

    static Map<String, Object> of(List<Endpoint> endpoints, String version, boolean hasToken) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Schemas.all());
        Map<String, Object> api = new LinkedHashMap<>();
        api.put("openapi", "3.1.0");
        api.put(
                "info",
                Map.of(
                        "title",
                        "Casus",
                        "version",
                        version,
                        "description",
                        "Political event data: who did what to whom, when and where, and which words say so.",
                        "license",
                        Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")));
        api.put("servers", List.of(Map.of("url", "/")));
        if (hasToken) {
            components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
            api.put("security", List.of(Map.of("token", List.of())));
        }
        api.put("paths", paths);
        api.put("components", components);
        return api;
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(endpoint));
        operation.put("tags", List.of(endpoint.group()));
        operation.put("summary", endpoint.summary());
        operation.put(
                "parameters",
                endpoint.parameters().stream().map(OpenApi::parameter).toList());
        if (!endpoint.bodies().isEmpty()) {
            Map<String, Object> content = new LinkedHashMap<>();
            endpoint.bodies()
                    .forEach(body -> content.put(
                            body.mediaType(), Map.of("schema", body.schema().node(), "example", body.example())));
            operation.put("requestBody", Map.of("required", true, "content", content));
        }
        operation.put("responses", responses(endpoint));
        return operation;
    }

    private static String operationId(Endpoint endpoint) {
        StringBuilder id = new StringBuilder(endpoint.method().toLowerCase(Locale.ROOT));
        for (String part : endpoint.path().replace("/api/", "/").split("[/{}._-]+", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static Map<String, Object> parameter(Parameter<?> parameter) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", parameter.name());
        node.put("in", parameter.in().name().toLowerCase(Locale.ROOT));
        node.put("required", parameter.in() == Parameter.In.PATH);
        node.put(
                "description",
                parameter.description() + " " + capital(parameter.form().allowed()) + ".");
        node.put("schema", parameter.form().schema().node());
        if (!parameter.example().isEmpty()) {
            node.put("example", parameter.example());
        }
        return node;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map<String, Object> responses(Endpoint endpoint) {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (Endpoint.Reply reply : endpoint.replies()) {
            responses.put(
                    String.valueOf(reply.status()),
                    Map.of(
                            "description",
                            reply.description(),
                            "content",
                            Map.of(
                                    reply.mediaType(),
                                    Map.of("schema", reply.schema().node()))));
        }
        List<Integer> problems = new ArrayList<>(List.of(400, 401, 429, 503));
        if (endpoint.parameters().stream().anyMatch(parameter -> parameter.in() == Parameter.In.PATH)) {
            problems.add(404);
        }
        if (!endpoint.bodies().isEmpty()) {
            problems.addAll(List.of(413, 415, 422));
        }
        problems.stream()
                .sorted()
                .forEach(status -> responses.put(
                        String.valueOf(status),
                        Map.of(
                                "description",
                                PROBLEMS.get(status),
                                "content",
                                Map.of(
                                        HttpProblem.MEDIA_TYPE,
                                        Map.of("schema", Schema.ref("Problem").node())))));
        return responses;
    }
}
