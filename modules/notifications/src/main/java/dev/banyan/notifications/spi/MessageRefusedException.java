package dev.banyan.notifications.spi;

/** The other side answered that it will not take this message. The text is shown to staff: no secrets. */
public final class MessageRefusedException extends RuntimeException {
    public MessageRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public MessageRefusedException(String reason) {
        super(reason);
    }
}
