package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleUnavailableException;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.UserNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each event makes, without a mail server. */
class MessagesIT extends NotificationsIT {
    private final UUID order = Ids.next();

    @Test
    void welcomesOnce() {
        var event = SampleEvents.registered(address, "Ann");
        publishTwice(event, event.userId());
        var message = onlyMessage();
        assertThat(message.kind()).isEqualTo("welcome");
        assertThat(message.channel()).isEqualTo("mail");
        assertThat(message.status()).isEqualTo(MessageStatus.KEPT);
        assertThat(message.orderId()).isNull();
        assertThat(message.body().text()).contains("Hello Ann,", address);
    }

    @Test
    void tellsTheOwnerOnceThatSomebodyTriedToRegister() {
        var owner = account(null);
        publishTwice(SampleEvents.repeated(owner.id()), owner.id());
        assertThat(onlyMessage().kind()).isEqualTo("account-exists");
    }

    @Test
    void anAccountThatIsGoneGetsNothing() {
        var repeated = SampleEvents.repeated(Ids.next());
        publishTwice(repeated, repeated.userId());
        var owner = account(null);
        when(users.issueResetToken(any())).thenThrow(new UserNotFoundException(owner.id()));
        publishTwice(SampleEvents.resetRequested(owner.id()), owner.id());
        assertThat(written()).isEmpty();
    }

    @Test
    void waitsForUsersToComeBack() {
        var owner = account(null);
        when(users.find(Set.of(owner.id())))
                .thenThrow(new ModuleUnavailableException("users", Duration.ofSeconds(1)))
                .thenReturn(List.of(owner));
        publish(SampleEvents.repeated(owner.id()));
        assertThat(onlyMessage().kind()).isEqualTo("account-exists");
    }

    @Test
    void aResetTokenIsMintedOnceAndLiesSealed() {
        var owner = account(null);
        var token = SecretToken.next();
        issues(token, Instant.now().plusSeconds(1800));
        var event = SampleEvents.resetRequested(owner.id());
        publishTwice(event, owner.id());
        var message = onlyMessage();
        assertThat(message.kind()).isEqualTo("password-reset");
        assertThat(message.body().text()).contains("\n" + token + "\n");
        assertThat(message.body().html()).contains(token);
        assertThat(row(message.id()).toString()).doesNotContain(token);
        assertThat(row(message.id())).containsEntry("body_text", null).containsEntry("body_html", null);
        verify(users, times(1)).issueResetToken(new IssueResetToken(event.eventId(), owner.id()));
    }

    @Test
    void confirmsOnce() {
        var event = SampleEvents.confirmed(order, null, address);
        publishTwice(event, order);
        var message = onlyMessage();
        assertThat(message.kind()).isEqualTo("order-confirmed");
        assertThat(message.orderId()).isEqualTo(order);
        assertThat(message.body().text()).contains("B-100042", "Total: €47.48");
        assertThat(message.body().html()).contains("Teapot &lt;b&gt;&quot;Ruby&quot;&lt;/b&gt;");
    }

    @Test
    void anOrderHasOneConfirmationWhateverEventsSay() {
        publish(SampleEvents.confirmed(order, null, address));
        publish(SampleEvents.confirmed(order, null, address));
        awaitHandled(order);
        assertThat(written()).hasSize(1);
    }

    @Test
    void aCancelledOrderIsNotConfirmedAfterwards() {
        publishTwice(SampleEvents.cancelled(order, address, "payment-declined"), order);
        publish(SampleEvents.confirmed(order, null, address));
        awaitHandled(order);
        assertThat(onlyMessage().kind()).isEqualTo("order-cancelled");
    }

    @Test
    void aKeptConfirmationStaysWhenTheOrderIsCancelledLater() {
        publish(SampleEvents.confirmed(order, null, address));
        publish(SampleEvents.cancelled(order, address, "customer"));
        awaitHandled(order);
        assertThat(written()).extracting(MessageView::kind).containsExactly("order-cancelled", "order-confirmed");
        assertThat(written()).extracting(MessageView::status).containsOnly(MessageStatus.KEPT);
    }

    @Test
    void announcesAShipmentByMailAndToAPhone() {
        var phone = "+49 30 " + Ids.next();
        var buyer = account(phone);
        publishTwice(SampleEvents.shipped(order, buyer.id(), address, "TRK-1"), order);
        assertThat(onlyMessage().kind()).isEqualTo("order-shipped");
        var sms = writtenTo(phone);
        assertThat(sms).hasSize(1);
        assertThat(sms.getFirst().channel()).isEqualTo("sms");
        assertThat(sms.getFirst().kind()).isEqualTo("order-shipped");
        assertThat(sms.getFirst().status()).isEqualTo(MessageStatus.KEPT);
        assertThat(messages.get(sms.getFirst().id(), true).body().html()).isNull();
    }

    @Test
    void aShipmentNeedsNoPhoneAndNoAccount() {
        publish(SampleEvents.shipped(order, account(null).id(), address, null));
        publish(SampleEvents.shipped(order, null, address, null));
        awaitHandled(order);
        assertThat(written()).extracting(MessageView::channel).containsExactly("mail", "mail");
    }

    @Test
    void shipmentMailDoesNotWaitForUsers() {
        var buyer = account(null);
        when(users.find(Set.of(buyer.id()))).thenThrow(new ModuleUnavailableException("users", Duration.ofSeconds(1)));
        publish(SampleEvents.shipped(order, buyer.id(), address, null));
        await().untilAsserted(() -> assertThat(written()).hasSize(1));
    }

    @Test
    void announcesARefundOnceForEachRefund() {
        var first = SampleEvents.refunded(order, address);
        publishTwice(first, order);
        publishTwice(SampleEvents.refunded(order, address), order);
        assertThat(written()).extracting(MessageView::kind).containsExactly("order-refunded", "order-refunded");
        assertThat(written().getFirst().subject()).contains("€7.50", "B-100042");
    }
}
