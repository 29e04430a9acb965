package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.banyan.kernel.Ids;
import dev.banyan.notifications.spi.MessageRefusedException;
import dev.banyan.notifications.spi.OutgoingMessage;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpChannelTests {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    static {
        SERVER.start();
    }

    private static final FaultySmtp FAULTY = new FaultySmtp(SERVER.getSmtp().getPort());

    @AfterAll
    static void stop() {
        FAULTY.close();
        SERVER.stop();
    }

    private final SmtpChannel channel = channel("Shop <shop@example.com>", FAULTY.port());

    private static SmtpChannel channel(String from, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = new NotificationsProperties(
                from,
                null,
                new NotificationsProperties.Delivery(
                        Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofDays(5), 3));
        return new SmtpChannel(sender, new MailWriter(properties, new ShopProperties("Tea & Co")));
    }

    private static OutgoingMessage to(String address) {
        return new OutgoingMessage(
                Ids.next(), address, "Grüße für Sie", "Schöner Text\n", "<p>Schöner <b>Text</b></p>");
    }

    private static MimeMessage[] receivedBy(String address) {
        return SERVER.getReceivedMessagesForDomain(address);
    }

    @Test
    void sendsTextAndHtml() throws Exception {
        var message = to(SampleEvents.address());
        channel.send(message);
        var mail = receivedBy(message.to())[0];
        assertThat(mail.getSubject()).isEqualTo("Grüße für Sie");
        assertThat(mail.getFrom()[0]).hasToString("Shop <shop@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternatives.getBodyPart(0).getContent()).asString().startsWith("Schöner Text");
        assertThat(alternatives.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(alternatives.getBodyPart(1).getContent()).isEqualTo("<p>Schöner <b>Text</b></p>");
    }

    @Test
    void sendsPlainTextAlone() throws Exception {
        var message = new OutgoingMessage(Ids.next(), SampleEvents.address(), "Hello", "Text", null);
        channel.send(message);
        assertThat(receivedBy(message.to())[0].getContent()).isEqualTo("Text");
    }

    @Test
    void theSameMessageHasTheSameMessageId() throws Exception {
        var message = to(SampleEvents.address());
        channel.send(message);
        channel.send(message);
        var other = new OutgoingMessage(Ids.next(), message.to(), "Other", "Text", null);
        channel.send(other);
        var received = receivedBy(message.to());
        assertThat(received).hasSize(3);
        assertThat(received[0].getMessageID())
                .isEqualTo("<%s@example.com>".formatted(message.id()))
                .isEqualTo(received[1].getMessageID())
                .isNotEqualTo(received[2].getMessageID());
    }

    @Test
    void theShopIsTheSenderUnlessOneIsNamed() throws Exception {
        var message = to(SampleEvents.address());
        channel("no-reply@localhost", FAULTY.port()).send(message);
        assertThat(receivedBy(message.to())[0].getFrom()[0]).hasToString("Tea & Co <no-reply@localhost>");
        assertThatThrownBy(() -> channel("nobody", 25)).hasMessageContaining("banyan.notifications.from");
    }

    @Test
    void tellsARefusalFromTrouble() {
        assertThatThrownBy(() -> channel.send(to("refused-" + SampleEvents.address())))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("550 5.1.1 No such mailbox");
        assertThatThrownBy(() -> channel.send(to("busy-" + SampleEvents.address())))
                .isInstanceOf(MailException.class);
        assertThatThrownBy(() -> channel.send(to("cut-" + SampleEvents.address())))
                .isInstanceOf(MailException.class);
        assertThatThrownBy(() -> channel("a@example.com", 1).send(to(SampleEvents.address())))
                .isInstanceOf(MailException.class);
    }

    @Test
    void aHeaderCantBeSmuggledIn() throws Exception {
        for (var bad :
                new String[] {"ann@example.com\r\nBcc: all@example.com", "ann@example.com, bob@example.com", "ann", ""
                }) {
            assertThatThrownBy(() -> channel.send(to(bad))).isInstanceOf(MessageRefusedException.class);
        }
        var address = SampleEvents.address();
        channel.send(new OutgoingMessage(Ids.next(), address, "Hello\r\nX-Evil: yes\r\n\r\nbody", "Text", null));
        assertThat(GreenMailUtil.getHeaders(receivedBy(address)[0])).doesNotContain("\nX-Evil");
        assertThat(receivedBy(address)[0].getContent()).isEqualTo("Text");
    }
}
