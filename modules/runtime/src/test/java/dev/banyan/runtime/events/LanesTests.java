package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTests {
    private static final Lane LANE = new Lane("slow", "alpha", "key");

    private final Lanes lanes = new Lanes(4);
    private final List<Lane> started = new ArrayList<>();

    @Test
    void fillsNobodyElsesMemory() {
        for (int position = 1; position <= 3; position++) {
            assertThat(offer(LANE, position)).isTrue();
        }
        assertThat(offer(LANE, 4)).isFalse();
        assertThat(offer(new Lane("quick", "alpha", "key"), 5)).isTrue();
    }

    @Test
    void handsOutInOrderAndEachOnce() {
        offer(LANE, 2);
        offer(LANE, 1);
        offer(LANE, 2);
        assertThat(poll()).isEqualTo(1);
        assertThat(poll()).isEqualTo(2);
        assertThat(lanes.poll(LANE)).isNull();
        assertThat(started).containsExactly(LANE);
    }

    @Test
    void staysOpenWhileThereIsSomethingToDo() {
        offer(LANE, 1);
        assertThat(lanes.closeIdle(LANE)).isFalse();
        poll();
        assertThat(lanes.readOn(LANE)).isTrue();
        assertThat(lanes.closeIdle(LANE)).isFalse();
        assertThat(lanes.takeReadOn(LANE)).isTrue();
        assertThat(lanes.closeIdle(LANE)).isTrue();
        assertThat(lanes.readOn(LANE)).isFalse();
    }

    @Test
    void readsMoreOfAnOverflowedSubscriberOnceHalfIsFree() {
        offer(LANE, 1);
        offer(LANE, 2);
        lanes.overflow("slow");
        assertThat(lanes.thatCanReadMore()).isEmpty();
        lanes.forget(LANE);
        assertThat(lanes.thatCanReadMore()).containsExactly("slow");
        lanes.reading("slow");
        assertThat(lanes.canReadMore("slow")).isFalse();
    }

    private boolean offer(Lane lane, long position) {
        return lanes.offer(
                new Publication(position, Ids.next(), lane, "alpha.counted.v1", "{}", "event", null, 0), started::add);
    }

    private long poll() {
        var publication = lanes.poll(LANE);
        assertThat(publication).isNotNull();
        return publication.position();
    }
}
