package dev.banyan.payments.internal;

import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Brings payments to their goals, one step at the provider at a time: whatever wakes it, the row says what is next. A payment's
 * steps are delivered one after the other.
 */
@Component
class ProviderSteps {
    private final ProviderTasks tasks;
    private final ProviderCalls calls;
    private final ProviderResults results;

    ProviderSteps(ProviderTasks tasks, ProviderCalls calls, ProviderResults results) {
        this.tasks = tasks;
        this.calls = calls;
        this.results = results;
    }

    @ApplicationModuleListener(id = "payments.provider-step", propagation = Propagation.NOT_SUPPORTED)
    void on(ProviderStepDue due) {
        advance(due.orderId());
    }

    @ApplicationModuleListener(id = "payments.provider-retry", propagation = Propagation.NOT_SUPPORTED)
    void on(ProviderRetryDue due) {
        advance(due.orderId());
    }

    private void advance(UUID orderId) {
        tasks.next(orderId).ifPresent(task -> {
            if (task.step() == NextStep.GIVE_UP) {
                results.giveUp(orderId);
            } else {
                perform(task);
            }
        });
    }

    private void perform(ProviderTask task) {
        calls.perform(task, late -> results.record(task, late))
                .ifPresentOrElse(answer -> results.record(task, answer), () -> results.awaitAnswer(task));
    }
}
