package dev.banyan.rig;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that a client asked for, and what it knows of the outcome. A repeat carries the same key. */
final class Operation {
    private final Kind kind;
    private final String subject;
    private final long expected;
    private final Function<Http, Answer> request;
    private volatile Outcome outcome = Outcome.UNKNOWN;
    private volatile @Nullable Answer answer;
    private volatile boolean everUnknown;

    /**
     * @param subject what it is about: a cart, an order, a key
     * @param expected the total that the client reckons with
     */
    Operation(Kind kind, String subject, long expected, Function<Http, Answer> request) {
        this.kind = kind;
        this.subject = subject;
        this.expected = expected;
        this.request = request;
    }

    /** What clients do. */
    enum Kind {
        CHECKOUT,
        CANCEL,
        SHIP,
        REFUND,
        TICK
    }

    /** What a client knows. */
    enum Outcome {
        OK,
        /** Refused with a reason: nothing has happened. */
        FAIL,
        /** No answer, or one that says that it isn't known yet. */
        UNKNOWN
    }

    /** Sends the request, once. */
    Outcome send(Http shop) {
        try {
            var got = request.apply(shop);
            outcome = outcome(got);
            answer = got;
        } catch (UncheckedIOException | AssertionError lost) {
            outcome = Outcome.UNKNOWN;
        }
        everUnknown |= outcome == Outcome.UNKNOWN;
        return outcome;
    }

    Kind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    long expected() {
        return expected;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean is(Kind wanted, Outcome reached) {
        return kind == wanted && outcome == reached;
    }

    /** Whether its outcome was unknown at any time. */
    boolean wasUnknown() {
        return everUnknown;
    }

    /** What a successful one was answered. */
    Answer answer() {
        var known = answer;
        if (known == null) {
            throw new IllegalStateException(kind + " of " + subject + " was never answered");
        }
        return known;
    }

    Function<Http, Answer> request() {
        return request;
    }

    private static Outcome outcome(Answer answer) {
        int status = answer.status();
        if (status / 100 == 2) {
            return Outcome.OK;
        }
        boolean undecided = status >= 500 || status == 429 || answer.isProblem("idempotency.in-progress");
        return undecided ? Outcome.UNKNOWN : Outcome.FAIL;
    }

    @Override
    public String toString() {
        var known = answer;
        return "%s of %s: %s%s".formatted(kind, subject, outcome, known == null ? "" : " " + known.body());
    }
}
