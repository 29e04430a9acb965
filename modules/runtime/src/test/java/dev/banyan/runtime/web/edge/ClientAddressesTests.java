package dev.banyan.runtime.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTests {
    private final ClientAddresses addresses =
            new ClientAddresses(new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8")));

    private String find(String peer, String... forwardedFor) {
        return addresses.find(peer, List.of(forwardedFor)).value();
    }

    @Test
    void believesNobodyElse() {
        assertThat(find("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(find("11.0.0.1", "198.51.100.1")).isEqualTo("11.0.0.1");
    }

    @Test
    void takesTheLastAddressThatIsNoTrustedProxy() {
        assertThat(find("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(find("10.1.2.3", "1.1.1.1, 198.51.100.1, 192.0.2.1")).isEqualTo("198.51.100.1");
        assertThat(find("10.1.2.3", "1.1.1.1", "198.51.100.1", "10.9.9.9")).isEqualTo("198.51.100.1");
    }

    @Test
    void staysWithTheProxyWhenItSaysNothingUseful() {
        assertThat(find("10.1.2.3")).isEqualTo("10.1.2.3");
        assertThat(find("10.1.2.3", "unknown")).isEqualTo("10.1.2.3");
        assertThat(find("10.1.2.3", "")).isEqualTo("10.1.2.3");
        assertThat(find("10.1.2.3", "198.51.100.1, example.test")).isEqualTo("10.1.2.3");
    }

    @Test
    void countsANetworkOfIpv6AsOneClient() {
        assertThat(find("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(find("2001:db8:1:2::9"))
                .endsWith("/64");
        assertThat(find("2001:db8:1:3::9")).isNotEqualTo(find("2001:db8:1:2::9"));
        assertThat(find("fd00::1", "::ffff:198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void refusesWhatIsNoNetwork() {
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.parse("example.test")).isInstanceOf(IllegalArgumentException.class);
    }
}
