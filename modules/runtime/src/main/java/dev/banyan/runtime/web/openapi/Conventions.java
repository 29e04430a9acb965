package dev.banyan.runtime.web.openapi;

import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.AccessRules;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Says of each call what its method's signature and annotations say to the runtime. */
final class Conventions implements GlobalOperationCustomizer {
    static final String BEARER = "bearer";
    static final String API_KEY = "api-key";
    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(query("limit", limit(), "How many items at most"));
            operation.addParametersItem(query("cursor", new StringSchema(), "The nextCursor of the page before"));
        }
        if (takes(handler, IfMatch.class)) {
            operation.addParametersItem(
                    header(HttpHeaders.IF_MATCH, true, "The ETag that was read, or * for any version"));
        }
        var idempotent = handler.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            operation.addParametersItem(header(
                    "Idempotency-Key", idempotent.required(), "Makes repeats of this request one operation, for 24 h"));
        }
        AccessRules.of(handler.getMethod(), handler.getBeanType()).ifPresent(rule -> secure(operation, rule));
        return withProblem(operation);
    }

    private static void secure(Operation operation, Access rule) {
        if (rule.value() == Access.Level.ANYONE) {
            operation.addSecurityItem(new SecurityRequirement());
        }
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (!rule.scope().isEmpty() || rule.value() == Access.Level.ANYONE) {
            operation.addSecurityItem(
                    rule.scope().isEmpty()
                            ? new SecurityRequirement().addList(API_KEY)
                            : new SecurityRequirement().addList(API_KEY, rule.scope()));
        }
    }

    private static Operation withProblem(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457); its code says which")
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(schema))));
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Schema<?> limit() {
        var schema = new IntegerSchema();
        schema.setMinimum(java.math.BigDecimal.ONE);
        schema.setMaximum(java.math.BigDecimal.valueOf(100));
        schema.setDefault(20);
        return schema;
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter().in("query").name(name).schema(schema).description(description);
    }

    private static Parameter header(String name, boolean required, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .schema(new StringSchema())
                .description(description);
    }
}
