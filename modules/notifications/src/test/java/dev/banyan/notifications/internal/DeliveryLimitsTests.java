package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryLimitsTests {
    private final NotificationsProperties.Delivery limits =
            new NotificationsProperties.Delivery(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofDays(5), 3);

    @Test
    void pausesGrowUpToTheLongest() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 100, 20_000)
                        .mapToObj(attempts -> limits.pauseAfter(attempts).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void aBaseUrlIsAnAddressWithoutSlashAtItsEnd() {
        assertThat(new NotificationsProperties("a@example.com", " https://shop.example/tea// ", limits).baseUrl())
                .isEqualTo("https://shop.example/tea");
        assertThat(new NotificationsProperties("a@example.com", "", limits).baseUrl())
                .isNull();
        for (var bad : new String[] {"javascript:alert(1)", "shop.example", "https://shop.example/#x", "http://a b"}) {
            assertThatThrownBy(() -> new NotificationsProperties("a@example.com", bad, limits))
                    .hasMessageContaining("base-url");
        }
    }
}
