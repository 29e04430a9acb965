package dev.banyan.runtime.web.openapi;

import dev.banyan.runtime.web.entry.Everyone;
import dev.banyan.runtime.web.entry.Merging;
import dev.banyan.runtime.web.entry.Parts;
import dev.banyan.runtime.web.entry.WholeSystemCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API of all processes in one description; a process that doesn't answer is named in {@code x-missing}. */
final class DescriptionEverywhere implements WholeSystemCall {
    private final Merging merging;

    DescriptionEverywhere(Merging merging) {
        this.merging = merging;
    }

    @Override
    public String path() {
        return "/v3/api-docs";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Everyone everyone) throws IOException {
        merging.answer(request, response, everyone.ask(request), this::merge);
    }

    private JsonNode merge(Parts parts) {
        var whole = merging.object();
        parts.replies().forEach(reply -> add(merging.read(reply), whole));
        if (!parts.missing().isEmpty()) {
            parts.missing().forEach(whole.putArray("x-missing")::add);
        }
        return whole;
    }

    /** What both have is one and the same thing: objects are united, lists too, and of anything else the first stays. */
    private static void add(JsonNode more, ObjectNode whole) {
        more.properties().forEach(property -> {
            var present = whole.get(property.getKey());
            if (present == null) {
                whole.set(property.getKey(), property.getValue());
            } else if (present instanceof ObjectNode object && isMap(property.getKey())) {
                add(property.getValue(), object);
            } else if (present instanceof ArrayNode list) {
                property.getValue()
                        .valueStream()
                        .filter(item -> !contains(list, item))
                        .forEach(list::add);
            }
        });
    }

    /** The parts of a description that name things; what is named is taken as it is. */
    private static boolean isMap(String key) {
        return switch (key) {
            case "paths", "components", "schemas", "securitySchemes" -> true;
            default -> false;
        };
    }

    private static boolean contains(ArrayNode list, JsonNode item) {
        return list.valueStream().anyMatch(item::equals);
    }
}
