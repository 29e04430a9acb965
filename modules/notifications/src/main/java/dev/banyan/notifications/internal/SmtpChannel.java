package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.notifications.spi.MessageRefusedException;
import dev.banyan.notifications.spi.OutgoingMessage;
import jakarta.mail.MessagingException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Mail over SMTP. Each wait for the server ends, whatever the server does. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpChannel implements MessageChannel {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "15000";

    private final JavaMailSender sender;
    private final MailWriter writer;

    SmtpChannel(JavaMailSender sender, MailWriter writer) {
        this.sender = sender;
        this.writer = writer;
        if (sender instanceof JavaMailSenderImpl mail) {
            limitWaiting(mail);
        }
    }

    private static void limitWaiting(JavaMailSenderImpl mail) {
        var protocol = mail.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : mail.getProtocol();
        var properties = mail.getJavaMailProperties();
        properties.putIfAbsent("mail.%s.connectiontimeout".formatted(protocol), CONNECT_MILLIS);
        properties.putIfAbsent("mail.%s.timeout".formatted(protocol), ANSWER_MILLIS);
        properties.putIfAbsent("mail.%s.writetimeout".formatted(protocol), ANSWER_MILLIS);
    }

    @Override
    public String name() {
        return MAIL;
    }

    @Override
    public void send(OutgoingMessage message) {
        var mail = sender.createMimeMessage();
        try {
            writer.write(message, mail);
        } catch (MessagingException unwritable) {
            throw new MessageRefusedException("Not a mail that can be sent: " + unwritable.getMessage(), unwritable);
        }
        try {
            sender.send(mail);
        } catch (MailSendException failure) {
            throw SmtpRefusal.in(failure)
                    .<RuntimeException>map(answer -> new MessageRefusedException(answer, failure))
                    .orElse(failure);
        }
    }
}
