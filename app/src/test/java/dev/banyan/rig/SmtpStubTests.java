package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.banyan.rig.SmtpStub.Mail;
import dev.banyan.rig.SmtpStub.Mode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpStubTests {
    private final SmtpStub stub = new SmtpStub();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void connect() {
        sender.setHost("127.0.0.1");
        sender.setPort(stub.port());
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void keepsWhatItTakes() throws Exception {
        send("<1@rig>");
        send("<2@rig>");
        assertThat(stub.ledger())
                .containsExactly(new Mail("<1@rig>", "ada@example.com"), new Mail("<2@rig>", "ada@example.com"));
    }

    @Test
    void refusesForGood() {
        stub.mode(Mode.REFUSE);
        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> send("<1@rig>"))
                .withStackTraceContaining("550");
        assertThat(stub.ledger()).isEmpty();
    }

    @Test
    void refusesForNow() {
        stub.mode(Mode.BUSY);
        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> send("<1@rig>"))
                .withStackTraceContaining("451");
        assertThat(stub.ledger()).isEmpty();
    }

    @Test
    void takesAMailAndDoesNotSaySo() {
        stub.mode(Mode.DIE_AFTER_DATA);
        assertThatExceptionOfType(MailSendException.class).isThrownBy(() -> send("<1@rig>"));
        assertThat(stub.ledger()).containsExactly(new Mail("<1@rig>", "ada@example.com"));
    }

    private void send(String id) throws Exception {
        var mail = new MimeMessage(sender.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom("shop@example.com");
        mail.setRecipients(RecipientType.TO, "ada@example.com");
        mail.setSubject("Hello");
        mail.setText("A line\n.\nand another");
        sender.send(mail);
    }
}
