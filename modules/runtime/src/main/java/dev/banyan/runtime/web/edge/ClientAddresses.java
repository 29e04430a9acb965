package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Finds the client's address: the last one on the way that isn't a trusted proxy's. */
final class ClientAddresses implements HandlerMethodArgumentResolver {
    private static final int NETWORK_BYTES = 8;

    private final TrustedProxies trusted;

    ClientAddresses(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ClientAddress.class;
    }

    @Override
    public ClientAddress resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servlet = (HttpServletRequest) request.getNativeRequest();
        return find(servlet.getRemoteAddr(), Collections.list(servlet.getHeaders("X-Forwarded-For")));
    }

    ClientAddress find(String peer, List<String> forwardedFor) {
        var address = InetAddress.ofLiteral(peer);
        var hops = String.join(",", forwardedFor).split(",", -1);
        for (int hop = hops.length - 1; hop >= 0 && trusted.include(address); hop--) {
            try {
                address = InetAddress.ofLiteral(hops[hop].strip());
            } catch (IllegalArgumentException notAnAddress) {
                break;
            }
        }
        return new ClientAddress(text(address));
    }

    private static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            var network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
