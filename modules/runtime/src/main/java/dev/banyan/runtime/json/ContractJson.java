package dev.banyan.runtime.json;

import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of events, module calls and webhooks: unknown properties are ignored, so that a newer sender is understood;
 * depth and lengths are limited. Times are ISO 8601 strings.
 */
public final class ContractJson {
    private final JsonMapper mapper = JsonLimits.mapper().build();

    /** For whoever needs more than {@link #write} and {@link #read}. */
    public JsonMapper mapper() {
        return mapper;
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * The value that {@code json} holds.
     *
     * @throws tools.jackson.core.JacksonException when it doesn't fit {@code type} or exceeds a limit
     */
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
