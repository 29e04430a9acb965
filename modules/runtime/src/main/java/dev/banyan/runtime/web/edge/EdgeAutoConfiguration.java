package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.json.StrictJson;
import dev.banyan.runtime.web.problem.ProblemExceptionResolver;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API's conventions around controllers: routing, JSON, parameters, preconditions. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class EdgeAutoConfiguration {
    /** Inside tracing and request ids, outside security (-100). */
    private static final int ROUTE = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final int PRECONDITIONS = 0;

    private static final ContentNegotiationStrategy ACCEPT_HEADER = new HeaderContentNegotiationStrategy();

    @Bean
    FilterRegistrationBean<RouteFilter> routeFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers,
            ObjectProvider<WebMvcEndpointHandlerMapping> endpoints,
            ProblemWriter writer,
            ProblemExceptionResolver failures) {
        HandlerMapping present = request -> {
            var mapping = endpoints.getIfAvailable();
            return mapping == null ? null : mapping.getHandler(request);
        };
        return at(ROUTE, new RouteFilter(controllers, present, writer, failures));
    }

    @Bean
    FilterRegistrationBean<PreconditionFilter> preconditionFilter(ProblemWriter writer) {
        return at(PRECONDITIONS, new PreconditionFilter(writer));
    }

    @Bean
    RouteMapping routeMapping() {
        return new RouteMapping();
    }

    @Bean
    TrustedProxies trustedProxies(@Value("${banyan.trusted-proxies:}") List<String> networks) {
        return new TrustedProxies(networks);
    }

    @Bean
    WebMvcConfigurer apiConventions(StrictJson json, TrustedProxies trustedProxies) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.withJsonConverter(new JsonConverter(json));
            }

            // What the route filter has agreed to is not negotiated again once the operation is done.
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(request -> isRouted(request)
                        ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST
                        : ACCEPT_HEADER.resolveMediaTypes(request)));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
                resolvers.add(new PageRequestArgument());
                resolvers.add(new IfMatchArgument());
                resolvers.add(new Operations());
                resolvers.add(new ClientAddresses(trustedProxies));
            }
        };
    }

    private static boolean isRouted(NativeWebRequest request) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        return servlet != null && Route.handler(servlet).isPresent();
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
