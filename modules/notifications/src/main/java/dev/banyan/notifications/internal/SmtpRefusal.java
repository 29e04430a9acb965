package dev.banyan.notifications.internal;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/** Tells a server's lasting no to a message (5xx) from trouble that passes, such as wrong credentials of ours. */
final class SmtpRefusal {
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private SmtpRefusal() {}

    /** The server's words, if it said no for good. */
    static Optional<String> in(MailSendException failure) {
        return Arrays.stream(failure.getMessageExceptions())
                .flatMap(SmtpRefusal::chain)
                .filter(SmtpRefusal::isLasting)
                .map(Exception::getMessage)
                .findFirst();
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                failure -> failure != null,
                failure -> failure instanceof MessagingException mail ? mail.getNextException() : null);
    }

    private static boolean isLasting(Exception failure) {
        int code = switch (failure) {
            case SMTPSendFailedException answer -> answer.getReturnCode();
            case SMTPAddressFailedException answer -> answer.getReturnCode();
            default -> 0;
        };
        return code >= 500 && code <= 599 && !ABOUT_US.contains(code);
    }
}
