package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.data.move.MovePlan.Action;
import dev.banyan.runtime.security.Sealer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module's data between two databases of one server. */
@Execution(ExecutionMode.CONCURRENT)
class ModuleMoveIT {
    private final Cargo here = Cargo.full(10);
    private final Cargo there = Cargo.nowhere();
    private final List<String> lines = new ArrayList<>();

    @Test
    void everythingArrivesAndOnlyTheTablesStay() {
        var full = Cargo.full(10_000);
        var content = full.content();
        var events = full.events();
        var skipped = full.skipped();
        assertThat(move(full, there)).isEqualTo(Action.COPY);
        assertThat(there.content()).isEqualTo(content);
        assertThat(there.events()).hasSize(6).isEqualTo(events);
        assertThat(there.skipped()).hasSize(1).isEqualTo(skipped);
        assertThat(full.content()).isEqualTo(content);
        assertThat(full.events()).isEmpty();
        assertThat(full.skipped()).isEmpty();
        assertThat(full.isOpen()).isFalse();
        assertThat(there.isOpen()).isTrue();
        assertThat(full.number("SELECT count(*) FROM runtime.publications")).isEqualTo(6);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("cargo.item", "10,000 rows"));
    }

    @Test
    void newEventsComeBehindThoseThatMoved() {
        move(here, there);
        assertThat(there.number(
                        "SELECT nextval('runtime.publication_position') - max(position) FROM runtime.publications"))
                .isPositive();
    }

    @Test
    void eventsComeBehindThoseThatAreThere() {
        var busy = Cargo.full(10);
        busy.execute(
                "DELETE FROM runtime.publications WHERE subscriber LIKE 'cargo.%' OR subscriber = 'broker' AND publisher = 'cargo'");
        busy.execute("DELETE FROM runtime.skipped_publications");
        busy.execute("DROP SCHEMA cargo CASCADE");
        var events = here.events();
        move(here, busy);
        assertThat(busy.events()).isEqualTo(events);
        assertThat(busy.number("SELECT count(*) FROM runtime.publications")).isEqualTo(12);
    }

    @Test
    void whatArrivedIsAnInstancesThatIsGone() {
        move(here, there);
        assertThat(there.number(
                        "SELECT count(*) FROM runtime.publications p JOIN runtime.instances i ON i.id = p.claim "
                                + "WHERE i.lease_until < clock_timestamp() AND p.subscriber = 'cargo.listener'"))
                .isEqualTo(5);
    }

    @Test
    void thereAndBackChangesNothing() {
        var content = here.content();
        var events = here.events();
        move(here, there);
        there.execute("INSERT INTO cargo.crate (path) VALUES ('new')");
        there.execute("DELETE FROM cargo.crate WHERE path = 'new'");
        move(there, here);
        assertThat(here.content()).isEqualTo(content);
        assertThat(here.events()).isEqualTo(events);
        assertThat(there.events()).isEmpty();
        move(here, there);
        assertThat(there.content()).isEqualTo(content);
    }

    @Test
    void whatChangedThereComesBack() {
        move(here, there);
        there.execute("UPDATE cargo.item SET note = 'changed there'");
        move(there, here);
        assertThat(here.number("SELECT count(*) FROM cargo.item WHERE note = 'changed there'"))
                .isEqualTo(10);
    }

    @Test
    void anOlderSchemaArrivesAsOldAsItIs() {
        var old = Cargo.empty("1");
        move(old, there);
        assertThat(there.list("SELECT version FROM cargo.flyway_schema_history"))
                .containsExactly("1");
    }

    @Test
    void aTargetWithRowsIsRefused() {
        var full = Cargo.full(10);
        var content = full.content();
        assertRefused(here, full, "cargo.crate is not empty");
        assertThat(full.content()).isEqualTo(content);
    }

    @Test
    void aTargetWithEventsIsRefused() {
        var empty = Cargo.full(10);
        empty.execute("DROP SCHEMA cargo CASCADE");
        assertRefused(here, empty, "runtime.publications is not empty");
    }

    @Test
    void oneDatabaseIsNoMove() {
        assertRefused(here, here, "are the same database");
    }

    @Test
    void aSourceWithoutTheModuleIsRefused() {
        here.execute("DROP SCHEMA cargo CASCADE");
        assertRefused(here, there, "has no 'cargo'");
        assertRefused(Cargo.nowhere(), there, "holds no Banyan");
    }

    @ParameterizedTest
    @CsvSource({"here, NULL", "here, '{other,cargo}'", "there, '{cargo}'"})
    void aModuleThatRunsStays(String where, String modules) {
        var host = where.equals("here") ? here : Cargo.empty("2");
        host.execute(
                "INSERT INTO runtime.instances (id, name, modules, lease_until) VALUES (gen_random_uuid(), 'busy', %s, now() + interval '1 minute')"
                        .formatted(modules.equals("NULL") ? modules : "'" + modules + "'"));
        assertRefused(here, host == here ? there : host, "in the process busy; stop that first");
    }

    @Test
    void othersMayRun() {
        here.execute(
                "INSERT INTO runtime.instances (id, name, modules, lease_until) VALUES (gen_random_uuid(), 'busy', '{other}', now() + interval '1 minute')");
        move(here, there);
        assertThat(there.events()).hasSize(6);
    }

    @Test
    void anotherSecretIsRefusedBeforeAnythingIsWritten() {
        var other = Sealer.of("another secret that is long enough for it");
        try (var source = here.open();
                var target = there.open()) {
            var move = new ModuleMove(Cargo.MODULE, source, target, other, lines::add, MoveHook.NONE);
            assertThatThrownBy(move::run)
                    .isInstanceOf(MoveRefusedException.class)
                    .hasMessageContaining("was set up with another banyan.secret");
        }
        assertThat(there.number("SELECT count(*) FROM pg_namespace WHERE nspname = 'runtime'"))
                .isZero();
    }

    @Test
    void ofTwoAtOnceOneIsRefused() {
        move(here, there, (step, target) -> {
            if (step == MoveStep.COPIED) {
                assertRefused(here, there, "is being moved from or to");
                assertRefused(here, Cargo.nowhere(), "is being moved from or to");
            }
        });
        assertThat(there.events()).hasSize(6);
    }

    private void assertRefused(Cargo from, Cargo to, String sentence) {
        assertThatThrownBy(() -> move(from, to))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessageContaining(sentence);
    }

    private Action move(Cargo from, Cargo to) {
        return move(from, to, MoveHook.NONE);
    }

    private Action move(Cargo from, Cargo to, MoveHook hook) {
        try (var source = from.open();
                var target = to.open()) {
            return new ModuleMove(Cargo.MODULE, source, target, Cargo.SEALER, lines::add, hook).run();
        }
    }
}
