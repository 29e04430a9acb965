package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.data.move.MovePlan.Action;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A move whose process is killed after each of its steps. */
class BrokenOffMoveIT {
    /** What was moved there and back, so that each knows of the other. */
    private static final Cargo HERE = Cargo.full(100);

    private static final Cargo THERE = Cargo.nowhere();

    private final Content content = Content.of(HERE);

    private record Content(List<String> tables, List<String> events, List<String> skipped) {
        static Content of(Cargo cargo) {
            return new Content(cargo.content(), cargo.events(), cargo.skipped());
        }
    }

    private static final class Killed extends Error {}

    @ParameterizedTest
    @EnumSource(MoveStep.class)
    void theSameAgainEndsIt(MoveStep last) {
        assertEnds(HERE, THERE, last);
        assertEnds(THERE, HERE, last);
    }

    private void assertEnds(Cargo from, Cargo to, MoveStep last) {
        killedAfter(last, from, to);
        boolean arrived = last.compareTo(MoveStep.ARRIVED) >= 0;
        assertThat(Content.of(arrived ? to : from)).isEqualTo(content);
        assertThat(move(from, to))
                .isEqualTo(
                        switch (last) {
                            case ARRIVED -> Action.FINISH;
                            case LEFT -> Action.NOTHING;
                            default -> Action.COPY;
                        });
        assertMoved(from, to, content);
    }

    @ParameterizedTest
    @EnumSource(
            value = MoveStep.class,
            mode = Mode.EXCLUDE,
            names = {"ARRIVED", "LEFT"})
    void theReverseGivesItUp(MoveStep last) {
        var here = Cargo.full(10);
        var there = Cargo.nowhere();
        var all = Content.of(here);
        killedAfter(last, here, there);
        assertThat(move(there, here)).isEqualTo(Action.GIVE_UP);
        assertThat(Content.of(here)).isEqualTo(all);
        assertThat(here.number("SELECT count(*) FROM runtime.moves")
                        + there.number("SELECT count(*) FROM runtime.moves"))
                .isZero();
        move(here, there);
        assertMoved(here, there, all);
    }

    @ParameterizedTest
    @EnumSource(
            value = MoveStep.class,
            mode = Mode.EXCLUDE,
            names = {"EXPECTED", "ARRIVED", "LEFT"})
    void theReverseGivesUpAWayBackToo(MoveStep last) {
        move(HERE, THERE);
        killedAfter(last, THERE, HERE);
        assertThat(move(HERE, THERE)).isEqualTo(Action.GIVE_UP);
        assertThat(Content.of(THERE)).isEqualTo(content);
        assertThat(HERE.list("SELECT state FROM runtime.moves")).containsExactly("LEFT");
        move(THERE, HERE);
        assertMoved(THERE, HERE, content);
    }

    @Test
    void anotherTargetIsRefusedMeanwhile() {
        var here = Cargo.full(10);
        var there = Cargo.nowhere();
        killedAfter(MoveStep.LEAVING, here, there);
        assertThatThrownBy(() -> move(here, Cargo.nowhere()))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessageContaining("is on its way to " + there.owner().address());
    }

    private static void assertMoved(Cargo from, Cargo to, Content all) {
        assertThat(Content.of(to)).isEqualTo(all);
        assertThat(from.events()).isEmpty();
        assertThat(from.skipped()).isEmpty();
        assertThat(from.list("SELECT state FROM runtime.moves")).containsExactly("LEFT");
        assertThat(to.list("SELECT state FROM runtime.moves")).containsExactly("ARRIVED");
    }

    private static Action move(Cargo from, Cargo to) {
        return move(from, to, MoveHook.NONE);
    }

    private static void killedAfter(MoveStep last, Cargo from, Cargo to) {
        assertThatThrownBy(() -> move(from, to, (step, target) -> {
                    if (step == last) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
    }

    private static Action move(Cargo from, Cargo to, MoveHook hook) {
        try (var source = from.open();
                var target = to.open()) {
            return new ModuleMove(Cargo.MODULE, source, target, Cargo.SEALER, line -> {}, hook).run();
        }
    }
}
