package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.Credentials;
import dev.banyan.runtime.web.PageRequest;
import dev.banyan.users.ResetToken;
import dev.banyan.users.UserView;
import dev.banyan.users.UsersApi;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module with everything real but users; one context for all tests without a mail server, one for those with it. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class NotificationsIT {
    @MockitoBean
    UsersApi users;

    @MockitoBean
    Credentials credentials;

    @Autowired
    MessageQueries messages;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    final String address = SampleEvents.address();

    void publish(Object event) {
        inTransaction(() -> publisher.publishEvent(event));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    /** Publishes the event twice and waits until both were handled. */
    void publishTwice(Object event, UUID key) {
        publish(event);
        publish(event);
        awaitHandled(key);
    }

    /** Waits until no event or timer of that key waits. */
    void awaitHandled(Object key) {
        await().untilAsserted(() -> assertThat(waiting(key.toString())).isEmpty());
    }

    private List<String> waiting(String key) {
        var subscribers = new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql("SELECT subscriber FROM runtime.publications WHERE key = :key")
                        .param("key", key)
                        .query(String.class)
                        .list());
        assertThat(subscribers).isNotNull();
        return subscribers;
    }

    UserView account(@Nullable String phone) {
        var account = new UserView(Ids.next(), address, "Ann", phone);
        when(users.find(Set.of(account.id()))).thenReturn(List.of(account));
        return account;
    }

    void issues(String token, Instant expiresAt) {
        when(users.issueResetToken(any())).thenReturn(new ResetToken(token, expiresAt));
    }

    List<MessageView> written() {
        return writtenTo(address);
    }

    List<MessageView> writtenTo(String to) {
        return messages.list(new MessageFilter(to, null), new PageRequest(100, null))
                .items();
    }

    MessageDetail onlyMessage() {
        await().untilAsserted(() -> assertThat(written()).hasSize(1));
        return messages.get(written().getFirst().id(), true);
    }

    MessageDetail awaitStatus(String kind, MessageStatus status) {
        await().untilAsserted(() ->
                assertThat(written()).anyMatch(message -> message.kind().equals(kind) && message.status() == status));
        var found = written().stream()
                .filter(message -> message.kind().equals(kind))
                .findFirst();
        return messages.get(found.orElseThrow().id(), true);
    }

    /** As if its body had been sealed with another secret. */
    void sealOtherwise(UUID id) {
        sql(jdbc -> jdbc.sql(
                        "UPDATE notifications.message SET body_sealed = :sealed WHERE id = :id AND body_sealed <> ''")
                .param("sealed", Base64.getEncoder().encodeToString(new byte[64]))
                .param("id", id)
                .update());
    }

    /** Runs {@code work} as the module would. */
    <T> T sql(Function<JdbcClient, T> work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setName(NotificationsIT.class.getName() + ".sql");
        var result = transaction.execute(status -> work.apply(jdbc));
        assertThat(result).isNotNull();
        return result;
    }

    /** A message's row as it lies in the table. */
    Map<String, Object> row(UUID id) {
        return sql(jdbc -> jdbc.sql("SELECT * FROM notifications.message WHERE id = :id")
                .param("id", id)
                .query()
                .singleRow());
    }
}
