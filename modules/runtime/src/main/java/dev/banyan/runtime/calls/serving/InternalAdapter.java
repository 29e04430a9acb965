package dev.banyan.runtime.calls.serving;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.calls.FailureAnswer;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/** Calls the methods of APIs, with the JSON of contracts both ways, and answers what the module decided so that the caller can tell. */
final class InternalAdapter extends RequestMappingHandlerAdapter {
    private final ProblemWriter problems;

    InternalAdapter(ContractJson json, ProblemWriter problems) {
        this.problems = problems;
        List<HttpMessageConverter<?>> converters = List.of(new JacksonJsonHttpMessageConverter(json.mapper()));
        setOrder(Ordered.HIGHEST_PRECEDENCE);
        setMessageConverters(converters);
        setReturnValueHandlers(List.of(new Results(converters)));
    }

    @Override
    protected boolean supportsInternal(HandlerMethod handler) {
        return handler.getMethod().getDeclaringClass().isAnnotationPresent(HttpExchange.class);
    }

    @Override
    protected @Nullable ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        try {
            return super.handleInternal(request, response, handler);
        } catch (ModuleException decided) {
            problems.write(request, response, FailureAnswer.of(decided));
            return null;
        }
    }

    /** Every result is the body. */
    private static final class Results extends RequestResponseBodyMethodProcessor {
        Results(List<HttpMessageConverter<?>> converters) {
            super(converters);
        }

        @Override
        public boolean supportsReturnType(MethodParameter returnType) {
            return true;
        }
    }
}
