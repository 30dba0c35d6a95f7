package org.casus.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema (2020-12, as OpenAPI 3.1 takes it), built in Java. Objects have exactly the fields named, all of them always. */
record Schema(Map<String, Object> node) {
    static Schema text() {
        return type("string");
    }

    static Schema whole() {
        return type("integer");
    }

    static Schema number() {
        return type("number");
    }

    static Schema truth() {
        return type("boolean");
    }

    static Schema choice(List<String> values) {
        return text().with("enum", values);
    }

    /** A schema under {@code components/schemas}. */
    static Schema ref(String name) {
        return new Schema(Map.of("$ref", "#/components/schemas/" + name));
    }

    static Schema list(Schema items) {
        return type("array").with("items", items.node());
    }

    /** Lists under names that are not known before. */
    static Schema map(Schema values) {
        return type("object").with("additionalProperties", values.node());
    }

    /** An object; names and schemas in turn. */
    static Schema object(Object... fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            properties.put((String) fields[i], ((Schema) fields[i + 1]).node());
        }
        return type("object")
                .with("properties", properties)
                .with("required", List.copyOf(properties.keySet()))
                .with("additionalProperties", false);
    }

    /** This or null. */
    Schema orNull() {
        if (node.get("type") instanceof String type) {
            Schema either = with("type", List.of(type, "null"));
            if (node.get("enum") instanceof List<?> values) {
                List<Object> more = new ArrayList<>(values);
                more.add(null);
                return either.with("enum", more);
            }
            return either;
        }
        return new Schema(Map.of("anyOf", List.of(node, Map.of("type", "null"))));
    }

    Schema with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(node);
        more.put(key, value);
        return new Schema(more);
    }

    private static Schema type(String type) {
        return new Schema(Map.of("type", type));
    }
}
