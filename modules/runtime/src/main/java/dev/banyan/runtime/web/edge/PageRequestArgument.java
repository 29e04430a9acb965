package dev.banyan.runtime.web.edge;

import static dev.banyan.runtime.web.QueryParameters.single;

import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** {@code limit} and {@code cursor} as a parameter. */
final class PageRequestArgument implements HandlerMethodArgumentResolver {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageRequest(limit(single(request, "limit")), single(request, "cursor"));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidRequestException.field("limit", "out-of-range", "is a number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
