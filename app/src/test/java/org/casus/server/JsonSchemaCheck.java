package org.casus.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Holds JSON against a schema of the description: types, fields, alternatives, limits. Returns what is wrong. */
final class JsonSchemaCheck {
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private JsonSchemaCheck(JsonNode document) {
        this.document = document;
    }

    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        JsonSchemaCheck check = new JsonSchemaCheck(document);
        check.check("$", schema, value);
        return check.faults;
    }

    private void check(String at, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            check(at, document.at(schema.get("$ref").asText().substring(1)), value);
            return;
        }
        if (schema.has("anyOf")) {
            for (JsonNode one : schema.get("anyOf")) {
                if (faults(document, one, value).isEmpty()) {
                    return;
                }
            }
            faults.add(at + " fits none of " + schema.get("anyOf"));
            return;
        }
        if (!hasType(schema.get("type"), value)) {
            faults.add(at + " is " + value + ", not " + schema.get("type"));
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(at + " is " + value + ", not among " + schema.get("enum"));
        }
        if (value.isNumber()) {
            if ((schema.has("minimum")
                            && value.asDouble() < schema.get("minimum").asDouble())
                    || (schema.has("maximum")
                            && value.asDouble() > schema.get("maximum").asDouble())) {
                faults.add(at + " is " + value + ", out of bounds");
            }
        }
        if (value.isTextual()
                && schema.has("pattern")
                && !value.asText().matches(schema.get("pattern").asText())) {
            faults.add(at + " is " + value + ", not like " + schema.get("pattern"));
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(at + "[" + i + "]", schema.get("items"), value.get(i));
            }
        }
        if (value.isObject()) {
            object(at, schema, value);
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name);
            }
        }
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").get(field.getKey());
            if (known != null) {
                check(at + "." + field.getKey(), known, field.getValue());
            } else if (others.isObject()) {
                check(at + "." + field.getKey(), others, field.getValue());
            } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(at + " has the unknown field " + field.getKey());
            }
        });
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        if (types == null) {
            return true;
        }
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (hasType(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
