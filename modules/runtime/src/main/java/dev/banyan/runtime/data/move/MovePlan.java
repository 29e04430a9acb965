package dev.banyan.runtime.data.move;

import dev.banyan.runtime.data.move.Move.State;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the command has to do, by what both databases know.
 *
 * @param id the move that is begun, gone on with, finished or given up
 */
record MovePlan(Action action, UUID id) {
    enum Action {
        /** Copy everything, from the start. */
        COPY,
        /** The data has arrived; only the source has to learn that. */
        FINISH,
        /** A move in the opposite direction was broken off before the data had arrived: all stays where it is. */
        GIVE_UP,
        NOTHING
    }

    /**
     * Decides.
     *
     * @param fresh the id of a move that is begun
     * @throws MoveRefusedException when the module's data is, or may be, elsewhere
     */
    static MovePlan of(Optional<Move> atSource, Optional<Move> atTarget, UUID source, UUID target, UUID fresh) {
        var left = atSource.orElse(null);
        var right = atTarget.orElse(null);
        if (right != null && right.is(State.LEAVING)) {
            return opposite(right, left, source);
        }
        if (left == null || left.is(State.ARRIVED)) {
            return begin(right, source, fresh);
        }
        return switch (left.state()) {
            case ARRIVING -> arriving(left, target);
            case LEAVING -> goOn(left, right, target);
            default -> left(left, right, target);
        };
    }

    private static MovePlan opposite(Move leaving, @Nullable Move atSource, UUID source) {
        if (!leaving.isWith(source)) {
            throw onItsWay(leaving);
        }
        if (atSource != null && atSource.is(State.ARRIVED, leaving.id())) {
            throw new MoveRefusedException(
                    "The module '%s' has arrived where it is to move from, but not everything is tidied up: do the move there once more first."
                            .formatted(leaving.module()));
        }
        return new MovePlan(Action.GIVE_UP, leaving.id());
    }

    private static MovePlan begin(@Nullable Move atTarget, UUID source, UUID fresh) {
        if (atTarget == null || !atTarget.is(State.ARRIVING)) {
            return new MovePlan(Action.COPY, fresh);
        }
        if (!atTarget.isWith(source)) {
            throw new MoveRefusedException(
                    "The module '%s' is on its way to the target from %s already: finish that first."
                            .formatted(atTarget.module(), atTarget.address()));
        }
        return new MovePlan(Action.COPY, atTarget.id());
    }

    private static MovePlan arriving(Move arriving, UUID target) {
        if (!arriving.isWith(target)) {
            throw new MoveRefusedException("The module '%s' is on its way to the source from %s: finish that first."
                    .formatted(arriving.module(), arriving.address()));
        }
        return new MovePlan(Action.GIVE_UP, arriving.id());
    }

    private static MovePlan goOn(Move leaving, @Nullable Move atTarget, UUID target) {
        if (!leaving.isWith(target)) {
            throw onItsWay(leaving);
        }
        boolean arrived = atTarget != null && atTarget.is(State.ARRIVED, leaving.id());
        return new MovePlan(arrived ? Action.FINISH : Action.COPY, leaving.id());
    }

    private static MovePlan left(Move gone, @Nullable Move atTarget, UUID target) {
        if (gone.isWith(target) && atTarget != null && atTarget.is(State.ARRIVED, gone.id())) {
            return new MovePlan(Action.NOTHING, gone.id());
        }
        throw new MoveRefusedException(
                "The module '%s' has moved to %s: move it from there.".formatted(gone.module(), gone.address()));
    }

    private static MoveRefusedException onItsWay(Move leaving) {
        return new MoveRefusedException(
                "The module '%s' is on its way to %s already: do that once more, or give it up by moving it back."
                        .formatted(leaving.module(), leaving.address()));
    }
}
