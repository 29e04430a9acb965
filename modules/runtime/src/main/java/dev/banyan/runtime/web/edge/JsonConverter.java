package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.json.StrictJson;
import dev.banyan.runtime.web.Versioned;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Reads and writes the API's JSON; answers with a version get their entity tag. */
final class JsonConverter extends JacksonJsonHttpMessageConverter {
    JsonConverter(StrictJson json) {
        super(json.mapper());
    }

    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Object answer, @Nullable MediaType contentType)
            throws IOException {
        super.addDefaultHeaders(headers, answer, contentType);
        if (answer instanceof Versioned versioned && headers.getETag() == null) {
            headers.setETag("\"%d\"".formatted(versioned.version()));
        }
    }
}
