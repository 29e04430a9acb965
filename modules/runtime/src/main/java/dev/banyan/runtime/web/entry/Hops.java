package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The headers that belong to one connection (RFC 9110, 7.6.1) and aren't passed on. */
final class Hops {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            // Each connection's own end says these.
            "expect",
            "host",
            "content-length");

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param connection the values of the message's {@code Connection}, which names more of them */
    Hops(Collection<String> connection) {
        names.addAll(ALWAYS);
        for (var value : connection) {
            for (var name : value.split(",", -1)) {
                names.add(name.strip());
            }
        }
    }

    boolean include(String header) {
        return names.contains(header);
    }

    /** Passes on an answer's headers, in place of what the response has under their names. */
    static void copy(HttpHeaders headers, HttpServletResponse response) {
        var hops = new Hops(headers.allValues("Connection"));
        headers.map().forEach((name, values) -> {
            if (!hops.include(name)) {
                response.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            }
        });
    }
}
