package dev.banyan.runtime.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Checks a request's {@code Content-Type} and {@code Accept} against a handler that declares neither and so takes and
 * gives JSON. Spring would do so, too, but only once the handler is called.
 */
final class MediaTypes {
    private static final MediaType ANY_JSON = new MediaType("application", "*+json");
    private static final Set<Class<?>> RAW = Set.of(String.class, byte[].class, Void.class, void.class);

    private final Map<Method, Boolean> takesJson = new ConcurrentHashMap<>();
    private final Map<Method, Boolean> givesJson = new ConcurrentHashMap<>();

    void check(HandlerMethod handler, BufferedBody request)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        if (!request.isEmpty() && takesJson.computeIfAbsent(handler.getMethod(), method -> takesJson(handler))) {
            checkContentType(request.getContentType());
        }
        if (givesJson.computeIfAbsent(handler.getMethod(), method -> givesJson(handler))) {
            checkAccept(request);
        }
    }

    private static boolean takesJson(HandlerMethod handler) {
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return !RAW.contains(parameter.getParameterType());
            }
        }
        return false;
    }

    private static boolean givesJson(HandlerMethod handler) {
        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var body = HttpEntity.class.isAssignableFrom(type.toClass())
                ? type.as(HttpEntity.class).getGeneric(0)
                : type;
        var raw = body.resolve(Object.class);
        return !RAW.contains(raw) && !Resource.class.isAssignableFrom(raw);
    }

    private static void checkContentType(@Nullable String header) throws HttpMediaTypeNotSupportedException {
        try {
            var type = header == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(header);
            boolean json = MediaType.APPLICATION_JSON.includes(type) || ANY_JSON.includes(type);
            if (!json || !isUtf8(type)) {
                throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
            }
        } catch (IllegalArgumentException malformed) {
            throw new HttpMediaTypeNotSupportedException(String.valueOf(malformed.getMessage()));
        }
    }

    private static void checkAccept(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        var headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!headers.isEmpty() && accepted(headers).stream().noneMatch(MediaTypes::isJson)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean isJson(MediaType range) {
        return range.getQualityValue() > 0 && range.includes(MediaType.APPLICATION_JSON) && isUtf8(range);
    }

    private static boolean isUtf8(MediaType type) {
        var charset = type.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    private static List<MediaType> accepted(List<String> headers) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(headers);
        } catch (InvalidMediaTypeException malformed) {
            throw new HttpMediaTypeNotAcceptableException(String.valueOf(malformed.getMessage()));
        }
    }
}
