package dev.banyan.catalog.internal;

import static dev.banyan.runtime.web.QueryParameters.single;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@link ListingParameters} as a parameter. Spring's own binding of records looks up their annotations in each request, which costs more than the rest. */
@Component
class ListingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListingParameters.class;
    }

    @Override
    public ListingParameters resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new ListingParameters(
                single(request, "q"),
                single(request, "category"),
                single(request, "minPrice"),
                single(request, "maxPrice"),
                single(request, "currency"),
                single(request, "sort"));
    }
}
