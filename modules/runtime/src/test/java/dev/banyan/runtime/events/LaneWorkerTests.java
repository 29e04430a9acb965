package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.DeliveryRunner.Outcome;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneWorkerTests {
    private static final Lane LANE = new Lane("beta.plain", "alpha", "key");

    private final Lanes lanes = new Lanes(2);
    private final Semaphore permits = new Semaphore(1);
    private final Surroundings host = new Surroundings();

    @Test
    void aLostHeadIsTriedASecondTime() {
        host.outcomes.addAll(List.of(Outcome.LOST, Outcome.COMPLETED));
        host.heads.add(publication(1));
        work(publication(1));
        assertThat(host.delivered).containsExactly(1L, 1L);
    }

    @Test
    void aHeadThatIsLostTwiceIsLeftAlone() {
        host.outcomes.addAll(List.of(Outcome.LOST, Outcome.LOST));
        host.heads.addAll(List.of(publication(1), publication(1)));
        work(publication(1));
        assertThat(host.delivered).containsExactly(1L, 1L);
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void whatWasLeftToTheTableMeanwhileIsReadBeforeTheLaneCloses() {
        host.outcomes.addAll(List.of(Outcome.COMPLETED, Outcome.COMPLETED));
        host.heads.add(publication(2));
        host.meanwhile = () -> lanes.readOn(LANE);
        work(publication(1));
        assertThat(host.delivered).containsExactly(1L, 2L);
    }

    @Test
    void aLaneThatBreaksIsClosedAndLeftToTheTable() {
        host.outcomes.add(Outcome.LOST);
        host.unreachable = new IllegalStateException("no database");
        work(publication(1));
        assertClosedAndLeft();
    }

    @Test
    void aFailureThatCanNotBeNotedIsLeftToTheTable() {
        host.outcomes.add(Outcome.UNSETTLED);
        work(publication(1), publication(2));
        assertClosedAndLeft();
    }

    @Test
    void nothingIsDeliveredAfterTheStop() {
        host.running = false;
        work(publication(1));
        assertThat(host.delivered).isEmpty();
        assertThat(lanes.isEmpty()).isTrue();
    }

    private void work(Publication... publications) {
        for (var publication : publications) {
            lanes.offer(publication, lane -> {});
        }
        new LaneWorker(LANE, lanes, permits, host).run();
        assertThat(permits.availablePermits()).isOne();
    }

    private void assertClosedAndLeft() {
        assertThat(host.pauses).isOne();
        assertThat(host.left).containsExactly(LANE.subscriber());
        assertThat(lanes.isEmpty()).isTrue();
        lanes.overflow(LANE.subscriber());
        assertThat(lanes.canReadMore(LANE.subscriber())).isTrue();
    }

    private static Publication publication(long position) {
        return new Publication(position, Ids.next(), LANE, "alpha.counted.v1", "{}", "event", null, 0);
    }

    private final class Surroundings implements LaneWorker.Host {
        final List<Outcome> outcomes = new ArrayList<>();
        final List<Publication> heads = new ArrayList<>();
        final List<Long> delivered = new ArrayList<>();
        final List<String> left = new ArrayList<>();
        int pauses;
        boolean running = true;
        Runnable meanwhile = () -> {};

        @Nullable
        RuntimeException unreachable;

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public Optional<Publication> head(Lane lane) {
            if (unreachable != null) {
                throw unreachable;
            }
            return heads.isEmpty() ? Optional.empty() : Optional.of(heads.removeFirst());
        }

        @Override
        public Outcome deliver(Publication publication) {
            delivered.add(publication.position());
            var then = meanwhile;
            meanwhile = () -> {};
            then.run();
            return outcomes.removeFirst();
        }

        @Override
        public void turned(Lane lane) {}

        @Override
        public void retryLater() {}

        @Override
        public void pauseAfterFailure() {
            assertThat(permits.availablePermits()).as("others may go on").isOne();
            assertThat(lanes.isEmpty()).as("nobody else takes the lane").isFalse();
            pauses++;
        }

        @Override
        public void leaveToTable(String subscriber) {
            assertThat(lanes.isEmpty()).as("closed first").isTrue();
            left.add(subscriber);
        }
    }
}
