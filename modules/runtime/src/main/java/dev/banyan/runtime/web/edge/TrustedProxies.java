package dev.banyan.runtime.web.edge;

import java.net.InetAddress;
import java.util.List;

/** The addresses whose forwarded headers are believed: {@code banyan.trusted-proxies}, in a system of several processes the others among them. */
public final class TrustedProxies {
    private final List<Network> networks;

    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(Network::parse).toList();
    }

    /** Whether a numeric address is one of them. */
    public boolean include(String address) {
        return include(InetAddress.ofLiteral(address));
    }

    boolean include(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
