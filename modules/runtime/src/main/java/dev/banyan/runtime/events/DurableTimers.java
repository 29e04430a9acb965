package dev.banyan.runtime.events;

import java.time.Instant;

/** Timers as publications with a due time, addressed to the scheduling module's own listener. */
final class DurableTimers implements Timers {
    private final Subscriptions subscriptions;
    private final EventRecorder recorder;
    private final PublicationStore store;

    DurableTimers(Subscriptions subscriptions, EventRecorder recorder, PublicationStore store) {
        this.subscriptions = subscriptions;
        this.recorder = recorder;
        this.store = store;
    }

    @Override
    public void schedule(String key, Instant due, Record timer) {
        var type = subscriptions.typeOf(timer.getClass());
        if (subscriptions.subscribersOf(type.type()).isEmpty()) {
            throw new IllegalStateException("Nobody listens to the timer " + type.name());
        }
        recorder.outbox(timer).removeTimers(type.name(), key);
        recorder.record(type, key, timer, due);
    }

    @Override
    public boolean cancel(Class<? extends Record> timer, String key) {
        var type = subscriptions.typeOf(timer);
        boolean pending = recorder.outbox(timer).removeTimers(type.name(), key);
        return store.cancelTimer(type.name(), key) || pending;
    }
}
