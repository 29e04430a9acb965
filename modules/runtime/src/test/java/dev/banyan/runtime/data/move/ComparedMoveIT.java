package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs in the target before it commits. */
class ComparedMoveIT {
    private static final Cargo HERE = Cargo.full(100);
    private static final Cargo THERE = Cargo.nowhere();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE cargo.item SET note = 'x' WHERE id = (SELECT min(id::text)::uuid FROM cargo.item) | cargo.item
                    DELETE FROM cargo.entry WHERE entry = 1                                         | cargo.entry
                    INSERT INTO cargo.crate (path) VALUES ('smuggled')                              | cargo.crate
                    UPDATE cargo.flyway_schema_history SET checksum = 1 WHERE version = '1'         | cargo.flyway_schema_history
                    UPDATE runtime.publications SET position = -position WHERE key IN ('waiting-1', 'parked') | runtime.publications
                    UPDATE runtime.skipped_publications SET reason = 'x'                            | runtime.skipped_publications
                    SELECT setval('cargo.number', 1)                                                | sequences
                    """)
    void isRefused(String damage, String where) {
        var content = HERE.content();
        var events = HERE.events();
        assertThatThrownBy(() -> move((step, target) -> {
                    if (step == MoveStep.COPIED && damage.startsWith("SELECT")) {
                        target.sql(damage).query().listOfRows();
                    } else if (step == MoveStep.COPIED) {
                        assertThat(target.sql(damage).update()).isPositive();
                    }
                }))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessageContaining(where)
                .hasMessageContaining("nothing was moved");
        assertThat(HERE.content()).isEqualTo(content);
        assertThat(HERE.events()).isEqualTo(events);
        assertThat(HERE.number("SELECT count(*) FROM runtime.moves")).isZero();
        assertThat(THERE.number("SELECT count(*) FROM runtime.moves")).isZero();
        assertThat(THERE.number("SELECT count(*) FROM pg_namespace WHERE nspname = 'cargo'"))
                .isZero();
    }

    @Test
    void whatWasClaimedIsHandedOver() {
        assertThatThrownBy(() -> move((step, target) -> {
                    if (step == MoveStep.PREPARED) {
                        throw new MoveRefusedException("for a test");
                    }
                }))
                .hasMessage("for a test");
        assertThat(HERE.number("SELECT count(*) FROM runtime.publications p JOIN runtime.instances i ON i.id = p.claim "
                        + "WHERE i.lease_until < clock_timestamp() AND p.subscriber = 'cargo.listener'"))
                .isEqualTo(5);
    }

    private static void move(MoveHook hook) {
        try (var source = HERE.open();
                var target = THERE.open()) {
            new ModuleMove(Cargo.MODULE, source, target, Cargo.SEALER, line -> {}, hook).run();
        }
    }
}
