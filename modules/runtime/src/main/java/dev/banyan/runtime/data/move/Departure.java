package dev.banyan.runtime.data.move;

import java.util.UUID;

/** The source's part in a move. */
final class Departure {
    private final MoveDatabase source;
    private final String module;

    Departure(MoveDatabase source, String module) {
        this.source = source;
        this.module = module;
    }

    /** The last migration that the module's schema has had. */
    String version() {
        var history = module + ".flyway_schema_history";
        if (!source.has(history)) {
            throw new MoveRefusedException("%s has no '%s'.".formatted(source.address(), module));
        }
        return source.jdbc()
                .sql("SELECT version FROM %s WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1"
                        .formatted(history))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new MoveRefusedException(
                        "The schema '%s' in %s has no migrations.".formatted(module, source.address())));
    }

    /** From here on nobody hosts the module on the source, and nobody delivers its events. */
    void leave(Move leaving) {
        source.changeStopped(() -> {
            source.moves().put(leaving);
            source.closeSchema();
            source.moves().claimEvents(leaving.id());
        });
    }

    /** Forgets what the target has now but for the schema, which stays as it was, closed. */
    void finish(Move left) {
        source.change(() -> {
            new RowSets(source.jdbc(), module)
                    .ofRuntime(left.id())
                    .forEach(rows -> source.jdbc().sql(rows.delete()).update());
            source.moves().put(left);
        });
    }

    /** Takes {@link #leave} back. */
    void stay(UUID move) {
        source.change(() -> {
            if (source.moves()
                    .find()
                    .filter(leaving -> leaving.is(Move.State.LEAVING, move))
                    .isPresent()) {
                source.moves().remove();
                source.moves().handEventsOver(move);
            }
        });
    }
}
