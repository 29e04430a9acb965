package dev.banyan.payments.sandbox;

/** How the sandbox treats a card, by its token. */
enum Behaviour {
    APPROVE("tok_approve"),
    DECLINE("tok_decline"),
    /** Approves, but takes its time. */
    SLOW("tok_slow"),
    /** Fails twice, then approves. */
    FLAKY("tok_flaky"),
    /** Decides later and tells by webhook. */
    WEBHOOK("tok_webhook"),
    /** Approves, but the answer never arrives. */
    LOST("tok_lost"),
    /** Never decides, never answers. */
    TIMEOUT("tok_timeout");

    private final String token;

    Behaviour(String token) {
        this.token = token;
    }

    /** Unknown cards are declined. */
    static Behaviour of(String token) {
        for (var behaviour : values()) {
            if (behaviour.token.equals(token)) {
                return behaviour;
            }
        }
        return DECLINE;
    }
}
