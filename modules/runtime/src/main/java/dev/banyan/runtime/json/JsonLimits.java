package dev.banyan.runtime.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** What no JSON text may exceed, wherever it comes from. */
final class JsonLimits {
    private static final int DEPTH = 64;
    private static final int NUMBER_LENGTH = 64;
    private static final int NAME_LENGTH = 256;
    private static final int STRING_LENGTH = 1 << 20;

    private JsonLimits() {}

    static JsonMapper.Builder mapper() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(NUMBER_LENGTH)
                .maxNameLength(NAME_LENGTH)
                .maxStringLength(STRING_LENGTH)
                .build();
        return JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(constraints).build());
    }
}
