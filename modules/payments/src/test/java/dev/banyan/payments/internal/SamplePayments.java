package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.CAPTURED;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import java.time.Instant;

/** Payments of 10.00 EUR in any state. */
final class SamplePayments {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    static final Money AMOUNT = new Money(1000, "EUR");

    private SamplePayments() {}

    static Payment captured(long amount) {
        return new Payment(details(amount), standing(CAPTURED, CAPTURE, Balance.captured(amount)));
    }

    static Payment payment(PaymentState state, PaymentGoal goal) {
        var balance = state == CAPTURED ? Balance.captured(AMOUNT.amount()) : Balance.NOTHING;
        return new Payment(details(AMOUNT.amount()), standing(state, goal, balance));
    }

    static PaymentDetails details(long amount) {
        return new PaymentDetails(Ids.next(), Ids.next(), "sandbox", "card", new Money(amount, "EUR"));
    }

    static Standing standing(PaymentState state, PaymentGoal goal, Balance balance) {
        return new Standing(state, goal, false, 0, null, balance, 0, null);
    }

    static Refund refund(long amount) {
        return new Refund(Ids.next(), Ids.next(), amount);
    }
}
