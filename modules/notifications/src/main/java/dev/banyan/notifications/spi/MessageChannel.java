package dev.banyan.notifications.spi;

/**
 * A way out of the shop. The messages of a channel that no bean provides are kept and can be read through the API. One
 * bean per name; {@code mail} is provided by the shop itself when {@code spring.mail.host} is set.
 */
public interface MessageChannel {
    String MAIL = "mail";
    String SMS = "sms";

    /** Stable: it is stored with each message. */
    String name();

    /**
     * Hands the message over, without a database transaction being open. Returning means that the other side has
     * taken it. May be called again with the same message after a crash or a lost answer: pass on its id, so that the
     * other side or the recipient can tell.
     *
     * @throws MessageRefusedException when the other side will not take this message; after a few of those it has failed
     * @throws RuntimeException when it did not work this time: tried again later, with growing pauses
     */
    void send(OutgoingMessage message);
}
