package dev.banyan.payments.sandbox;

/** The caller gets no answer. */
final class SilenceException extends RuntimeException {
    SilenceException() {
        super("The sandbox doesn't answer");
    }
}
