package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An instance is halted at one failpoint after the other while people use the shop, and started again each time; then everything holds. Of two points with
 * nothing but a read between them one is enough, unless {@code -Drig.points=all}.
 */
abstract class FailpointMatrix {
    private static final int PEOPLE = 4;
    private static final int TOGETHER = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<Failpoint> NEXT_TO_ANOTHER = EnumSet.of(
            Failpoint.KEY_CLAIMED,
            Failpoint.BEFORE_FREEZE,
            Failpoint.BEFORE_RESERVE,
            Failpoint.ORDER_UNWRITTEN,
            Failpoint.PAY_BEGINS,
            Failpoint.BEFORE_AUTHORIZE,
            Failpoint.BEFORE_FIRM,
            Failpoint.CONFIRMATION_DELIVERED,
            Failpoint.BEFORE_RELEASE,
            Failpoint.CANCELLATION_UNCOMMITTED,
            Failpoint.MESSAGE_STORED,
            Failpoint.BEFORE_MAIL);

    private final Rig rig;

    FailpointMatrix(Rig rig) {
        this.rig = rig;
    }

    static Stream<List<Failpoint>> points() {
        boolean each = System.getProperty("rig.points", "").equals("all");
        var all = Arrays.stream(Failpoint.values())
                .filter(point -> each || !NEXT_TO_ANOTHER.contains(point))
                .toList();
        return Stream.iterate(0, first -> first < all.size(), first -> first + TOGETHER)
                .map(first -> all.subList(first, Math.min(first + TOGETHER, all.size())));
    }

    @ParameterizedTest
    @MethodSource("points")
    void holdsAfterACrashAtEach(List<Failpoint> points) throws Exception {
        var app = rig.app(0);
        try (var load = rig.load(PEOPLE, points.getFirst().ordinal() * 1000L)) {
            for (var point : points) {
                app.arm(point.point(), 1, "HALT", 0);
                assertThat(app.process().endsWithin(PATIENCE))
                        .as("came to " + point.point())
                        .isTrue();
                assertThat(app.process().awaitEnd()).isEqualTo(AppProcess.HALTED);
                app.start();
            }
            load.stop();
        }
        rig.aftermath().holds();
    }
}
