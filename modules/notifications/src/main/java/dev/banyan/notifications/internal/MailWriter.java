package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Turns messages into mail; the same message always gets the same Message-ID, by which a repeat can be told. */
@Component
class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final InternetAddress from;

    MailWriter(NotificationsProperties properties, ShopProperties shop) {
        this.from = sender(properties.from(), shop.name());
    }

    private static InternetAddress sender(String address, String name) {
        try {
            var from = new InternetAddress(address, true);
            if (from.getPersonal() == null) {
                from.setPersonal(name, UTF_8);
            }
            return from;
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new IllegalArgumentException("banyan.notifications.from is no mail address: " + address, malformed);
        }
    }

    /** @throws MessagingException when the recipient's address is none */
    void write(OutgoingMessage message, MimeMessage mail) throws MessagingException {
        mail.setFrom(from);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), UTF_8);
        mail.setHeader("Message-ID", messageId(message));
        mail.setHeader("Auto-Submitted", "auto-generated");
        var html = message.html();
        if (html == null) {
            mail.setText(message.text(), UTF_8);
        } else {
            mail.setContent(alternatives(message.text(), html));
        }
    }

    private String messageId(OutgoingMessage message) {
        var address = from.getAddress();
        return "<%s@%s>".formatted(message.id(), address.substring(address.lastIndexOf('@') + 1));
    }

    private static MimeMultipart alternatives(String text, String html) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        var rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        return new MimeMultipart("alternative", plain, rich);
    }
}
