package dev.banyan.runtime.web.edge;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.Operation;
import jakarta.servlet.ServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The request's operation as a parameter: the one that its key stands for, else a fresh one. */
public final class Operations implements HandlerMethodArgumentResolver {
    private static final String ATTRIBUTE = Operation.class.getName();

    Operations() {}

    /** Says which operation the request carries out. */
    public static void set(ServletRequest request, UUID id) {
        request.setAttribute(ATTRIBUTE, new Operation(id));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Operation.class;
    }

    @Override
    public Operation resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var keyed = (Operation) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return keyed == null ? new Operation(Ids.next()) : keyed;
    }
}
