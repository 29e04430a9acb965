package dev.banyan.runtime.data.move;

import dev.banyan.runtime.data.move.Move.State;
import java.util.ArrayList;
import java.util.UUID;

/** The target's part in a move, but for the copying. */
final class Arrival {
    private static final String HISTORY = ".flyway_schema_history";

    private final MoveDatabase target;
    private final String module;

    Arrival(MoveDatabase target, String module) {
        this.target = target;
        this.module = module;
    }

    /**
     * Finds nothing wrong with what the module has left behind when it moved away.
     *
     * @throws MoveRefusedException when the target has data of the module
     */
    void requireRoom() {
        if (isLeft()) {
            return;
        }
        var sets = new RowSets(target.jdbc(), module);
        var rows = new ArrayList<>(sets.ofSchema());
        rows.removeIf(table -> table.name().equals(module + HISTORY));
        rows.addAll(sets.ofRuntime());
        for (var set : rows) {
            if (target.jdbc().sql(set.exists()).query(Boolean.class).single()) {
                throw new MoveRefusedException("%s has a '%s' of its own already: %s is not empty."
                        .formatted(target.address(), module, set.name()));
            }
        }
    }

    /** From here on nobody hosts the module on the target. What it has left behind there is removed. */
    void expect(Move arriving) {
        target.changeStopped(() -> {
            requireRoom();
            if (!isLeft()) {
                target.moves().put(arriving);
            }
            target.dropSchema();
        });
    }

    /** Takes {@link #expect} back. */
    void forget(UUID move) {
        target.change(() -> {
            if (target.moves()
                    .find()
                    .filter(arriving -> arriving.is(State.ARRIVING, move))
                    .isPresent()) {
                target.moves().remove();
                target.dropSchema();
            }
        });
    }

    private boolean isLeft() {
        return target.moves().find().filter(move -> move.is(State.LEFT)).isPresent();
    }
}
