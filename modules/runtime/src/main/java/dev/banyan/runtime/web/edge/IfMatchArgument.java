package dev.banyan.runtime.web.edge;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.InvalidRequestException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** {@code If-Match} as a parameter: one entity tag or {@code *}. A tag that this server never gave matches nothing. */
final class IfMatchArgument implements HandlerMethodArgumentResolver {
    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[^\"]*\"");
    private static final long NEVER = -1;

    static ModuleException missing() {
        return new ModuleException(
                ModuleException.Kind.PRECONDITION_REQUIRED,
                "precondition.required",
                "Send the ETag that you have read as If-Match, or *");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public IfMatch resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw missing();
        }
        return parse(header.strip());
    }

    static IfMatch parse(String header) {
        if (header.equals("*")) {
            return new IfMatch(null);
        }
        var ours = OURS.matcher(header);
        if (ours.matches()) {
            return new IfMatch(Long.valueOf(ours.group(1)));
        }
        if (ANY_TAG.matcher(header).matches()) {
            return new IfMatch(NEVER);
        }
        throw InvalidRequestException.field(HttpHeaders.IF_MATCH, "invalid", "is one entity tag or *");
    }
}
