package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Timers;
import dev.banyan.runtime.security.SecretToken;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Delivery through a mail server with the faults of one. */
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "banyan.notifications.from=shop@example.com",
            "banyan.notifications.delivery.first-pause=50ms",
            "banyan.notifications.delivery.longest-pause=200ms"
        })
class SmtpIT extends NotificationsIT {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    static {
        SERVER.start();
    }

    private static final FaultySmtp SMTP = new FaultySmtp(SERVER.getSmtp().getPort());

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Timers timers;

    private final UUID order = Ids.next();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", SMTP::port);
    }

    private static List<MimeMessage> receivedBy(String address) {
        return Arrays.asList(SERVER.getReceivedMessagesForDomain(address));
    }

    private static void assertOneMessageId(List<MimeMessage> mails, UUID message) {
        assertThat(mails)
                .extracting(mail -> mail.getHeader("Message-ID", null))
                .containsOnly("<%s@example.com>".formatted(message));
    }

    @Test
    void deliversOnceWhatWasPublishedTwice() {
        publishTwice(SampleEvents.confirmed(order, null, address), order);
        var message = awaitStatus("order-confirmed", MessageStatus.SENT);
        awaitHandled(message.id());
        assertThat(receivedBy(address)).hasSize(1);
        assertOneMessageId(receivedBy(address), message.id());
        assertThat(message.attempts()).isEqualTo(1);
        assertThat(message.sentAt()).isNotNull();
        assertThat(message.lastError()).isNull();
        assertThat(message.body().text()).contains("B-100042");
    }

    @Test
    void deliversNothingTwiceWhenAskedAgain() {
        publish(SampleEvents.refunded(order, address));
        var message = awaitStatus("order-refunded", MessageStatus.SENT);
        for (int i = 0; i < 2; i++) {
            inTransaction(
                    () -> timers.schedule(message.id().toString(), Instant.now(), new DeliverMessage(message.id())));
            awaitHandled(message.id());
        }
        assertThat(receivedBy(address)).hasSize(1);
        assertThat(messages.get(message.id(), true).attempts()).isEqualTo(1);
    }

    @Test
    void aServerThatIsDownDelaysMailAndLosesNone() {
        SMTP.down();
        try {
            publish(SampleEvents.confirmed(order, null, address));
            await().untilAsserted(() -> assertThat(onlyMessage().attempts()).isGreaterThan(2));
            assertThat(onlyMessage().status()).isEqualTo(MessageStatus.PENDING);
            assertThat(onlyMessage().lastError()).isNotBlank();
        } finally {
            SMTP.up();
        }
        var message = awaitStatus("order-confirmed", MessageStatus.SENT);
        assertThat(receivedBy(address)).hasSize(1);
        assertOneMessageId(receivedBy(address), message.id());
    }

    @Test
    void whatWasTakenBeforeTheConnectionBrokeIsSentAgainUnderTheSameId() {
        var cut = "cut-" + address;
        publish(SampleEvents.confirmed(order, null, cut));
        await().untilAsserted(() ->
                assertThat(writtenTo(cut)).extracting(MessageView::status).containsExactly(MessageStatus.SENT));
        assertThat(SMTP.faults(cut)).isEqualTo(2);
        assertThat(receivedBy(cut)).hasSize(3);
        assertOneMessageId(receivedBy(cut), writtenTo(cut).getFirst().id());
    }

    @Test
    void aBusyServerIsAskedAgain() {
        var busy = "busy-" + address;
        publish(SampleEvents.confirmed(order, null, busy));
        await().untilAsserted(() ->
                assertThat(writtenTo(busy)).extracting(MessageView::status).containsExactly(MessageStatus.SENT));
        assertThat(receivedBy(busy)).hasSize(1);
    }

    @Test
    void aMessageThatIsRefusedAgainAndAgainHasFailedForAllToSee() {
        var refused = "refused-" + address;
        publish(SampleEvents.confirmed(order, null, refused));
        await().untilAsserted(() ->
                assertThat(writtenTo(refused)).extracting(MessageView::status).containsExactly(MessageStatus.FAILED));
        var message = messages.get(writtenTo(refused).getFirst().id(), true);
        awaitHandled(message.id());
        assertThat(SMTP.faults(refused)).isEqualTo(3);
        assertThat(message.attempts()).isEqualTo(3);
        assertThat(message.lastError()).contains("550 5.1.1 No such mailbox");
        assertThat(message.sentAt()).isNull();
    }

    @Test
    void oneRefusedMessageHoldsUpNoOther() {
        publish(SampleEvents.confirmed(order, null, "refused-" + address));
        publish(SampleEvents.refunded(order, address));
        awaitStatus("order-refunded", MessageStatus.SENT);
    }

    @Test
    void aConfirmationThatHasNotLeftDoesNotLeaveAfterTheCancellation() {
        SMTP.down();
        try {
            publish(SampleEvents.confirmed(order, null, address));
            await().untilAsserted(() -> assertThat(onlyMessage().attempts()).isPositive());
            publish(SampleEvents.cancelled(order, address, "staff"));
            awaitStatus("order-confirmed", MessageStatus.WITHDRAWN);
        } finally {
            SMTP.up();
        }
        awaitStatus("order-cancelled", MessageStatus.SENT);
        written().forEach(message -> awaitHandled(message.id()));
        awaitStatus("order-confirmed", MessageStatus.WITHDRAWN);
        assertThat(receivedBy(address)).hasSize(1);
    }

    @Test
    void aResetTokenLeavesByMailAndIsForgotten() {
        var owner = account(null);
        var token = SecretToken.next();
        issues(token, Instant.now().plusSeconds(1800));
        publishTwice(SampleEvents.resetRequested(owner.id()), owner.id());
        var message = awaitStatus("password-reset", MessageStatus.SENT);
        assertThat(receivedBy(address)).hasSize(1);
        var mail = receivedBy(address).getFirst();
        assertThat(GreenMailUtil.getBody(mail).replace("=\r\n", "")).contains(token);
        assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain(token);
        assertThat(message.body()).isEqualTo(Body.HIDDEN);
        assertThat(row(message.id())).containsEntry("body_sealed", null);
    }

    @Test
    void nobodySeesAResetTokenWhereMailLeavesTheShop() {
        Callers.known(credentials);
        var owner = account(null);
        var token = SecretToken.next();
        issues(token, Instant.now().plusSeconds(1800));
        SMTP.down();
        try {
            publish(SampleEvents.resetRequested(owner.id()));
            var id = onlyMessage().id();
            var answer = http.get()
                    .uri("/api/admin/messages/{id}", id)
                    .header("Authorization", Callers.bearer("admin"))
                    .exchange();
            assertThat(answer).hasStatusOk().bodyText().contains("\"PENDING\"").doesNotContain(token);
            assertThat(row(id).toString()).doesNotContain(token);
        } finally {
            SMTP.up();
        }
        awaitStatus("password-reset", MessageStatus.SENT);
    }

    @Test
    void aResetTokenThatExpiredIsNotSentAnyMore() {
        var owner = account(null);
        issues(SecretToken.next(), Instant.now().plusMillis(500));
        SMTP.down();
        try {
            publish(SampleEvents.resetRequested(owner.id()));
            var message = awaitStatus("password-reset", MessageStatus.FAILED);
            assertThat(row(message.id())).containsEntry("body_sealed", null);
        } finally {
            SMTP.up();
        }
        assertThat(receivedBy(address)).isEmpty();
    }

    @Test
    void aResetTokenThatExpiredBeforeTheFirstAttemptIsNotSent() {
        var owner = account(null);
        issues(SecretToken.next(), Instant.now().minusSeconds(1));
        publish(SampleEvents.resetRequested(owner.id()));
        var message = awaitStatus("password-reset", MessageStatus.FAILED);
        awaitHandled(message.id());
        assertThat(message.attempts()).isZero();
        assertThat(message.lastError()).isNotBlank();
        assertThat(receivedBy(address)).isEmpty();
    }

    @Test
    void aMessageThatWasSealedWithAnotherSecretFailsAndHoldsUpNothing() {
        var owner = account(null);
        issues(SecretToken.next(), Instant.now().plusSeconds(1800));
        SMTP.down();
        try {
            publish(SampleEvents.resetRequested(owner.id()));
            sealOtherwise(onlyMessage().id());
            var message = awaitStatus("password-reset", MessageStatus.FAILED);
            awaitHandled(message.id());
            assertThat(row(message.id())).containsEntry("body_sealed", null);
        } finally {
            SMTP.up();
        }
        assertThat(receivedBy(address)).isEmpty();
    }
}
