package dev.banyan.conformance;

import dev.banyan.client.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A call that the shop's own description of its API names.
 *
 * @param parameters names of what may stand in the query
 * @param body of the form that is described, though hardly one that makes sense; missing when the call takes none
 */
record ApiCall(String method, String path, List<String> parameters, JsonNode body) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** Delivery of events aside, which is for operators and a matter of its own. */
    static List<ApiCall> all() {
        var docs = Target.shop().get("/v3/api-docs").expect(200).json();
        var calls = new ArrayList<ApiCall>();
        for (var path : docs.path("paths").properties()) {
            if (path.getKey().startsWith("/api/admin/events")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                calls.add(of(docs, operation.getKey(), path.getKey(), operation.getValue()));
            }
        }
        return calls;
    }

    private static ApiCall of(JsonNode docs, String method, String path, JsonNode operation) {
        var query = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        var schema = operation.at("/requestBody/content/application~1json/schema");
        return new ApiCall(method.toUpperCase(Locale.ROOT), path, query, example(docs, schema, 0));
    }

    private static JsonNode example(JsonNode docs, JsonNode schema, int depth) {
        if (schema.isMissingNode() || depth > DEEPEST) {
            return schema;
        }
        if (schema.has("$ref")) {
            return example(docs, docs.at(schema.path("$ref").asString().substring(1)), depth);
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        return switch (type(schema)) {
            case "object" -> object(docs, schema, depth);
            case "array" -> NODES.arrayNode().add(orText(example(docs, schema.path("items"), depth + 1)));
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default -> text(schema.path("format").asString());
        };
    }

    private static JsonNode object(JsonNode docs, JsonNode schema, int depth) {
        var object = Http.JSON.createObjectNode();
        for (var property : schema.path("properties").properties()) {
            object.set(property.getKey(), orText(example(docs, property.getValue(), depth + 1)));
        }
        return object;
    }

    /** In OpenAPI 3.1 a type may be a list, when null is one of them. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString();
    }

    private static JsonNode orText(JsonNode example) {
        return example.isMissingNode() ? NODES.stringNode("x") : example;
    }

    private static JsonNode text(String format) {
        return NODES.stringNode(
                switch (format) {
                    case "uuid" -> "01900000-0000-7000-8000-000000000000";
                    case "date-time" -> "2026-11-21T10:00:00Z";
                    case "email" -> "nobody@example.com";
                    default -> "x";
                });
    }
}
