package dev.banyan.conformance;

import dev.banyan.client.Http;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies with something changed. */
final class Edit {
    private Edit() {}

    /** The body with {@code json} at {@code pointer}. */
    static String set(Object body, String pointer, String json) {
        var tree = tree(body);
        var at = JsonPointer.compile(pointer);
        var value = Http.JSON.readTree(json);
        switch (tree.at(at.head())) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), value);
            default -> throw new IllegalArgumentException(pointer);
        }
        return tree.toString();
    }

    /** The body without what is at {@code pointer}. */
    static String remove(Object body, String pointer) {
        var tree = tree(body);
        var at = JsonPointer.compile(pointer);
        ((ObjectNode) tree.at(at.head())).remove(at.last().getMatchingProperty());
        return tree.toString();
    }

    /** The body with its first property twice. */
    static String repeatFirst(Object body) {
        var json = tree(body).toString();
        var first = ((ObjectNode) tree(body)).properties().iterator().next();
        return "{\"%s\":%s,%s".formatted(first.getKey(), first.getValue(), json.substring(1));
    }

    static JsonNode tree(Object body) {
        return Http.JSON.readTree(body instanceof String text ? text : Http.JSON.writeValueAsString(body));
    }
}
