package dev.banyan.rig;

import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Everything that the clients of a run did and saw. */
final class Journal {
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Queue<Replay> replays = new ConcurrentLinkedQueue<>();
    private final Queue<String> poison = new ConcurrentLinkedQueue<>();

    /**
     * Two answers for one key.
     *
     * @param same whether the caller was the same, so that the orders have to be, too
     */
    record Replay(boolean same, String firstOrder, String secondOrder) {}

    void add(Operation operation) {
        operations.add(operation);
    }

    void add(Replay replay) {
        replays.add(replay);
    }

    /** Events with that key can't be handled. */
    void poisoned(String key) {
        poison.add(key);
    }

    List<String> poison() {
        return List.copyOf(poison);
    }

    Stream<Operation> operations() {
        return operations.stream();
    }

    List<Replay> replays() {
        return List.copyOf(replays);
    }

    Stream<Operation> of(Kind kind, Outcome outcome) {
        return operations().filter(operation -> operation.is(kind, outcome));
    }

    long count(Outcome outcome) {
        return operations().filter(operation -> operation.outcome() == outcome).count();
    }

    /** How many are known today but weren't at some time. */
    long repeated() {
        return operations().filter(Operation::wasUnknown).count();
    }
}
