package dev.banyan.payments.internal;

import dev.banyan.payments.AuthorizePayment;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.RefundPayment;
import org.springframework.stereotype.Service;

/** The module's API. */
@Service
class PaymentsFacade implements PaymentsApi {
    private final PaymentCommands commands;

    PaymentsFacade(PaymentCommands commands) {
        this.commands = commands;
    }

    @Override
    public void authorize(AuthorizePayment command) {
        commands.authorize(command);
    }

    @Override
    public void capture(PaymentCommand command) {
        commands.capture(command.orderId());
    }

    @Override
    public void cancel(CancelPayment command) {
        commands.cancel(command);
    }

    @Override
    public void refund(RefundPayment command) {
        commands.refund(command);
    }
}
