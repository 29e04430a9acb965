package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Among 20,000 messages none of staff's filters reads more than it shows. */
@TestPropertySource(properties = "banyan.notifications.from=indexes@example.com")
class MessageIndexesIT extends NotificationsIT {
    private static final String MANY = """
            INSERT INTO notifications.message (id, event_id, channel, kind, recipient, order_id, subject, body_text, status,
                   created_at, deliver_until)
            SELECT gen_random_uuid(), gen_random_uuid(), 'mail', 'order-refunded', 'buyer' || n % 5000 || '@Example.com',
                   md5((n % 5000)::text)::uuid, 'Refund', 'Money', 'KEPT', now(), now()
              FROM generate_series(1, 20000) n
            """;

    @BeforeAll
    static void fill(@Autowired Environment environment) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"));
                var statement = owner.createStatement()) {
            statement.execute(MANY);
            statement.execute("ANALYZE notifications.message");
        }
    }

    @Test
    void filtersUseAnIndexEach() {
        assertThat(plan(new MessageFilter("Buyer7@example.com", null)))
                .contains("message_by_recipient")
                .doesNotContain("Seq Scan");
        assertThat(plan(new MessageFilter(null, Ids.next())))
                .contains("message_by_order")
                .doesNotContain("Seq Scan");
        assertThat(plan(new MessageFilter("Buyer7@example.com", Ids.next())))
                .containsAnyOf("message_by_recipient", "message_by_order")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theListWithoutFiltersFollowsTheKey() {
        assertThat(plan(new MessageFilter(null, null))).contains("message_pk").doesNotContain("Seq Scan", "Sort");
    }

    private String plan(MessageFilter filter) {
        return sql(jdbc -> String.join(
                "\n",
                jdbc.sql("EXPLAIN " + MessageQueries.sql(filter))
                        .param("before", new UUID(-1, -1))
                        .param("to", filter.to())
                        .param("orderId", filter.orderId())
                        .param("fetch", 21)
                        .query(String.class)
                        .list()));
    }
}
