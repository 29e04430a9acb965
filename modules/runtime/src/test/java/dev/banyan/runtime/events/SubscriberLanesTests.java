package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.LaneReader.Found;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberLanesTests {
    private int started;
    private final SubscriberLanes lanes = new SubscriberLanes(4, 2, self -> started++);

    @Test
    void holdsNoMoreThanItsBound() {
        assertThat(offer("a", 1)).isTrue();
        assertThat(offer("a", 2)).isTrue();
        assertThat(offer("a", 3)).isTrue();
        assertThat(offer("a", 4)).isFalse();
        assertThat(lanes.look(lane("b"), LaneReader.NEVER)).isFalse();
        assertThat(lanes.look(lane("a"), LaneReader.NEVER)).isTrue();
    }

    @Test
    void handsOutALaneInOrderAndToOneWorkerAtATime() {
        offer("a", 2);
        offer("a", 1);
        offer("a", 2);
        var work = takeOne();
        assertThat(position(work)).isEqualTo(1);
        assertThat(lanes.take(1, any -> true).lanes()).isEmpty();
        lanes.completed(work, next(work), false);
        assertThat(position(takeOne())).isEqualTo(2);
        assertThat(started).isEqualTo(2);
    }

    @Test
    void startsNoMoreWorkersThanAllowed() {
        offer("a", 1);
        offer("b", 2);
        lanes.look(lane("c"), LaneReader.NEVER);
        assertThat(started).isEqualTo(2);
    }

    @Test
    void closesALaneWithNothingLeftToDo() {
        offer("a", 1);
        var work = takeOne();
        lanes.completed(work, next(work), false);
        assertThat(lanes.isEmpty()).isTrue();
        assertThat(lanes.size()).isZero();
    }

    @Test
    void looksBehindACompletedOneWhenOthersMayHaveAdded() {
        offer("a", 7);
        var work = takeOne();
        lanes.completed(work, next(work), true);
        var look = lanes.take(1, any -> true).looks().getFirst();
        assertThat(look.lane()).isEqualTo(lane("a"));
        assertThat(look.adoptFrom()).isEqualTo(7);
    }

    @Test
    void looksOnWhenAPageWasFull() {
        lanes.look(lane("a"), LaneReader.NEVER);
        var work = takeOne();
        lanes.found(work, new Found(List.of(publication("a", 1)), true));
        lanes.completed(takeOne(), next(work), false);
        assertThat(lanes.take(1, any -> true).looks().getFirst().adoptFrom()).isEqualTo(LaneReader.NEVER);
    }

    @Test
    void aLookAskedForMeanwhileIsNotForgotten() {
        offer("a", 1);
        var work = takeOne();
        lanes.look(lane("a"), LaneReader.NEVER);
        lanes.failed(work);
        assertThat(lanes.take(1, any -> true).looks()).hasSize(1);
    }

    @Test
    void aHeadLostTwiceIsLeftAlone() {
        offer("a", 1);
        for (int i = 0; i < 2; i++) {
            var work = takeOne();
            lanes.lost(work, next(work));
            assertThat(takeOne()).isSameAs(work);
            lanes.found(work, new Found(List.of(publication("a", 1)), false));
        }
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void readsMoreOnceHalfIsFree() {
        offer("a", 1);
        offer("a", 2);
        lanes.overflow();
        assertThat(lanes.canReadMore()).isFalse();
        lanes.failed(takeOne());
        assertThat(lanes.canReadMore()).isTrue();
        lanes.reading();
        assertThat(lanes.canReadMore()).isFalse();
    }

    @Test
    void sharesHalfOfWhatWaitsAndMayBeShared() {
        var many = new SubscriberLanes(100, 2, self -> {});
        for (int i = 0; i < 9; i++) {
            many.offer(publication("key" + i, i));
        }
        assertThat(many.take(50, any -> true).publications()).hasSize(5);
        assertThat(many.take(2, any -> true).publications()).hasSize(2);
        assertThat(many.take(50, any -> false).publications()).hasSize(1);
        assertThat(many.take(50, any -> true).publications()).hasSize(1);
    }

    private boolean offer(String key, long position) {
        return lanes.offer(publication(key, position));
    }

    private LaneWork takeOne() {
        var taken = lanes.take(1, any -> true).lanes();
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private static long position(LaneWork work) {
        return next(work).position();
    }

    private static Publication next(LaneWork work) {
        return work.first();
    }

    private static Lane lane(String key) {
        return new Lane("beta.plain", "alpha", key);
    }

    private static Publication publication(String key, long position) {
        return new Publication(position, Ids.next(), lane(key), "alpha.counted.v1", "{}", "event", null, 0, null, 0);
    }
}
