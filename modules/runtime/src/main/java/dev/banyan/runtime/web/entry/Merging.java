package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one answer of several processes' parts. */
public final class Merging {
    private final ContractJson json;
    private final ProblemWriter writer;

    Merging(ContractJson json, ProblemWriter writer) {
        this.json = json;
        this.writer = writer;
    }

    /** Answers with what {@code merge} makes of the parts; with the refusal when one refuses, and with 503 when nobody gives a part. */
    public void answer(
            HttpServletRequest request, HttpServletResponse response, Parts parts, Function<Parts, JsonNode> merge)
            throws IOException {
        var refusal = parts.refusal();
        if (refusal.isPresent()) {
            refusal.get().passOn(response);
        } else if (parts.replies().isEmpty()) {
            unavailable(request, response, parts.missing());
        } else {
            parts.replies().getFirst().passOn(response, json.mapper().writeValueAsBytes(merge.apply(parts)));
        }
    }

    /** Answers 503, because these processes gave no part. */
    public void unavailable(HttpServletRequest request, HttpServletResponse response, List<String> missing)
            throws IOException {
        var problem = new Problem(
                503,
                "module.unavailable",
                "Not every process answers; try again",
                Map.of("missing", missing),
                Map.of("Retry-After", "1"));
        writer.write(request, response, problem);
    }

    /** What a process answered. */
    public JsonNode read(Reply reply) {
        return json.mapper().readTree(reply.body());
    }

    public ObjectNode object() {
        return json.mapper().createObjectNode();
    }
}
