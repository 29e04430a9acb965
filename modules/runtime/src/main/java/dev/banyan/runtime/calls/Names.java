package dev.banyan.runtime.calls;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** Several instances behind one name: an address for each that the name service knows at present. The JVM remembers what it said for a while. */
final class Names implements UnaryOperator<List<URI>> {
    @Override
    public List<URI> apply(List<URI> addresses) {
        return addresses.stream().flatMap(Names::resolved).toList();
    }

    /** An encrypted connection needs the name, and a name with one address stays as it is, as does one that can't be resolved now. */
    private static Stream<URI> resolved(URI address) {
        if (!"http".equals(address.getScheme())) {
            return Stream.of(address);
        }
        try {
            var hosts = InetAddress.getAllByName(address.getHost());
            return hosts.length == 1 || Arrays.stream(hosts).anyMatch(InetAddress::isLoopbackAddress)
                    ? Stream.of(address)
                    : Arrays.stream(hosts).map(host -> at(address, host));
        } catch (UnknownHostException unknown) {
            return Stream.of(address);
        }
    }

    private static URI at(URI address, InetAddress host) {
        var literal = host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
        return UriComponentsBuilder.fromUri(address).host(literal).build(true).toUri();
    }
}
