package dev.banyan.runtime.web.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** What every failure looks like. */
final class ProblemSchema {
    private ProblemSchema() {}

    static Schema<?> create() {
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("code", new StringSchema().description("Stable; programs decide by it"));
        problem.addProperty("traceId", new StringSchema().description("Tells the operators which request it was"));
        problem.addProperty("errors", new ArraySchema().items(fieldError()));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
        return problem;
    }

    private static Schema<?> fieldError() {
        var error = new ObjectSchema();
        error.addProperty("field", new StringSchema());
        error.addProperty("code", new StringSchema());
        error.addProperty("message", new StringSchema());
        return error;
    }
}
