package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.data.move.Move.State;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of a move: a state, the move's number, and the database at the other end; a dash where nothing is known. */
class MovePlanTests {
    private static final Map<String, UUID> DATABASES =
            Map.of("source", new UUID(0, 100), "target", new UUID(0, 200), "third", new UUID(0, 300));
    private static final long FRESH = 9;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    -,                  -,                    COPY,    9
                    ARRIVED 1 third,    -,                    COPY,    9
                    ARRIVED 1 target,   LEFT 1 source,        COPY,    9
                    -,                  LEFT 1 third,         COPY,    9
                    -,                  ARRIVED 1 third,      COPY,    9
                    -,                  ARRIVING 2 source,    COPY,    2
                    ARRIVED 1 target,   ARRIVING 2 source,    COPY,    2
                    LEAVING 2 target,   ARRIVING 2 source,    COPY,    2
                    LEAVING 2 target,   LEFT 1 source,        COPY,    2
                    LEAVING 2 target,   -,                    COPY,    2
                    LEAVING 2 target,   ARRIVED 1 source,     COPY,    2
                    LEAVING 2 target,   ARRIVED 2 source,     FINISH,  2
                    LEFT 2 target,      ARRIVED 2 source,     NOTHING, 2
                    ARRIVING 2 target,  LEAVING 2 source,     GIVE_UP, 2
                    ARRIVING 2 target,  -,                    GIVE_UP, 2
                    -,                  LEAVING 2 source,     GIVE_UP, 2
                    LEFT 1 target,      LEAVING 2 source,     GIVE_UP, 2
                    """)
    void goesOnWhereItWasBrokenOff(String atSource, String atTarget, MovePlan.Action action, long move) {
        assertThat(plan(atSource, atTarget)).isEqualTo(new MovePlan(action, new UUID(0, move)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    LEFT 1 third,       -,                    has moved to third: move it from there
                    LEFT 1 target,      -,                    has moved to target: move it from there
                    LEFT 1 target,      ARRIVED 2 third,      has moved to target: move it from there
                    LEAVING 1 third,    -,                    is on its way to third already
                    -,                  LEAVING 1 third,      is on its way to third already
                    ARRIVING 1 third,   -,                    is on its way to the source from third
                    -,                  ARRIVING 1 third,     is on its way to the target from third
                    ARRIVED 1 target,   LEAVING 1 source,     not everything is tidied up
                    """)
    void refusesWhatIsElsewhere(String atSource, String atTarget, String sentence) {
        assertThatThrownBy(() -> plan(atSource, atTarget))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessageContaining(sentence);
    }

    private static MovePlan plan(String atSource, String atTarget) {
        return MovePlan.of(move(atSource), move(atTarget), database("source"), database("target"), new UUID(0, FRESH));
    }

    private static Optional<Move> move(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        var words = text.split(" ");
        return Optional.of(new Move(
                "orders",
                new UUID(0, Long.parseLong(words[1])),
                State.valueOf(words[0]),
                database(words[2]),
                words[2]));
    }

    private static UUID database(String name) {
        return Optional.ofNullable(DATABASES.get(name)).orElseThrow();
    }
}
