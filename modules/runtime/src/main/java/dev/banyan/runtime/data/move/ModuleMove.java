package dev.banyan.runtime.data.move;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.move.Move.State;
import dev.banyan.runtime.security.Sealer;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/**
 * Moves one module's data. The target's commit decides: before it the data is in the source and the target's is no more than an attempt, after it the
 * reverse. Both ends are marked before anything is copied, so that no process begins to host the module at either while that is undecided; whoever
 * finds such marks goes on with the move that made them.
 */
final class ModuleMove {
    private final String module;
    private final MoveDatabase source;
    private final MoveDatabase target;
    private final Sealer sealer;
    private final Consumer<String> out;
    private final MoveHook hook;

    ModuleMove(
            String module,
            MoveDatabase source,
            MoveDatabase target,
            Sealer sealer,
            Consumer<String> out,
            MoveHook hook) {
        this.module = module;
        this.source = source;
        this.target = target;
        this.sealer = sealer;
        this.out = out;
        this.hook = hook;
    }

    /**
     * Moves, goes on with a move that was broken off, or gives one up.
     *
     * @return what it did
     * @throws MoveRefusedException when the data stays where it is
     */
    MovePlan.Action run() {
        prepare();
        var plan = MovePlan.of(
                source.moves().find(),
                target.moves().find(),
                source.moves().identity(),
                target.moves().identity(),
                Ids.next());
        switch (plan.action()) {
            case COPY -> copy(plan.id());
            case FINISH -> finish(plan.id());
            case GIVE_UP -> giveUp(plan.id(), target, source);
            case NOTHING -> {}
        }
        return plan.action();
    }

    private void prepare() {
        if (!source.has("runtime.secret_check")) {
            throw new MoveRefusedException("%s holds no Banyan.".formatted(source.address()));
        }
        source.requireSecret(sealer);
        target.requireSecret(sealer);
        source.prepare(sealer);
        target.prepare(sealer);
        if (source.moves().identity().equals(target.moves().identity())) {
            throw new MoveRefusedException(
                    "%s and %s are the same database.".formatted(source.address(), target.address()));
        }
        source.lock();
        target.lock();
    }

    private void copy(UUID id) {
        var departure = new Departure(source, module);
        var arrival = new Arrival(target, module);
        var version = departure.version();
        source.requireStopped();
        target.requireStopped();
        arrival.requireRoom();
        var transfer = new Transfer(source, target, with(source, id, State.ARRIVED), out, hook);
        try {
            arrival.expect(with(source, id, State.ARRIVING));
            hook.after(MoveStep.EXPECTED, target.jdbc());
            departure.leave(with(target, id, State.LEAVING));
            hook.after(MoveStep.LEAVING, target.jdbc());
            target.prepare(sealer, version);
            hook.after(MoveStep.PREPARED, target.jdbc());
            transfer.run();
        } catch (MoveRefusedException | StartRefusedException | DataAccessException | SQLException failure) {
            throw transfer.isUndecided() ? undecided(failure) : refused(id, failure);
        }
        hook.after(MoveStep.ARRIVED, target.jdbc());
        finish(id);
    }

    private void finish(UUID id) {
        new Departure(source, module).finish(with(target, id, State.LEFT));
        hook.after(MoveStep.LEFT, target.jdbc());
    }

    /** Undoes the marks of a move whose data has not arrived. */
    private void giveUp(UUID id, MoveDatabase from, MoveDatabase to) {
        new Departure(from, module).stay(id);
        new Arrival(to, module).forget(id);
    }

    private RuntimeException refused(UUID id, Exception failure) {
        try {
            giveUp(id, source, target);
        } catch (RuntimeException unreachable) {
            failure.addSuppressed(unreachable);
        }
        return failure instanceof RuntimeException sentence
                ? sentence
                : new MoveRefusedException(
                        "the copying failed: %s.".formatted(MoveRefusedException.reason(failure)), failure);
    }

    private static MoveRefusedException undecided(Exception failure) {
        return new MoveRefusedException(
                "whether the move is committed is not known (%s): do the same again."
                        .formatted(MoveRefusedException.reason(failure)),
                failure);
    }

    /** What a database is to know of the move from or to {@code other}. */
    private Move with(MoveDatabase other, UUID id, State state) {
        return new Move(module, id, state, other.moves().identity(), other.address());
    }
}
