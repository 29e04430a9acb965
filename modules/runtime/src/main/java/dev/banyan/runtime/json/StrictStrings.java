package dev.banyan.runtime.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Strings come from JSON strings alone, and without the NUL character, which PostgreSQL can't store. */
final class StrictStrings extends SimpleModule {
    StrictStrings() {
        super("strict-strings");
        addDeserializer(String.class, new Values());
        addKeyDeserializer(String.class, new Keys());
    }

    private static final class Values extends StdScalarDeserializer<String> {
        Values() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getString();
            return hasNul(text)
                    ? (String) context.handleWeirdStringValue(String.class, text, "the NUL character is not allowed")
                    : text;
        }
    }

    private static final class Keys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return hasNul(key) ? context.handleWeirdKey(String.class, key, "the NUL character is not allowed") : key;
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
