package dev.banyan.runtime.testing;

import dev.banyan.runtime.security.Caller;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Somebody who sends requests with credentials, for {@code MockMvc} ({@code .with(caller)}) and for clients ({@code
 * .headers(caller.headers())}).
 */
public record TestCaller(Caller caller, String header, String value) implements RequestPostProcessor {
    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.addHeader(header, value);
        return request;
    }

    /** Adds the credentials. */
    public Consumer<HttpHeaders> headers() {
        return headers -> headers.add(header, value);
    }
}
