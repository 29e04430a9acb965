package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.LaneReader.Found;
import dev.banyan.runtime.events.LaneReader.Look;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriberWorkerTests {
    private static final Lane LANE = new Lane("beta.plain", "alpha", "key");

    private final SubscriberLanes lanes = new SubscriberLanes(4, 1, self -> {});
    private final Surroundings host = new Surroundings();

    @Test
    void aLostHeadIsTriedASecondTime() {
        host.outcomes.addAll(List.of(Outcome.LOST, Outcome.COMPLETED));
        host.table.add(publication(1));
        work(publication(1));
        assertThat(host.delivered).containsExactly(1L, 1L);
    }

    @Test
    void whatIsBehindAKnownHeadIsKnownToBeNext() {
        host.outcomes.addAll(List.of(Outcome.COMPLETED, Outcome.COMPLETED, Outcome.COMPLETED));
        work(publication(3), publication(5, 3L), publication(9, 7L));
        assertThat(host.known).containsExactly(true, true, false);
    }

    @Test
    void whatOthersHaveAddedIsReadBeforeTheLaneCloses() {
        host.outcomes.addAll(List.of(Outcome.COMPLETED, Outcome.COMPLETED));
        host.table.add(publication(2));
        host.others = true;
        work(publication(1));
        assertThat(host.delivered).containsExactly(1L, 2L);
    }

    @Test
    void aLaneThatBreaksIsClosedAndLeftToTheTable() {
        host.outcomes.add(Outcome.LOST);
        host.unreachable = new IllegalStateException("no database");
        work(publication(1));
        assertLeftToTheTable();
    }

    @Test
    void aFailureThatCanNotBeNotedIsLeftToTheTable() {
        host.outcomes.add(Outcome.UNSETTLED);
        work(publication(1), publication(2));
        assertLeftToTheTable();
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
            assertThat(lanes.offer(publication)).isTrue();
        }
        new SubscriberWorker("beta.plain", lanes, new Pace(), host).run();
    }

    private void assertLeftToTheTable() {
        assertThat(host.pauses).isOne();
        assertThat(lanes.isEmpty()).isTrue();
        assertThat(lanes.canReadMore()).isTrue();
    }

    private static Publication publication(long position) {
        return publication(position, null);
    }

    private static Publication publication(long position, @Nullable Long previous) {
        return new Publication(position, Ids.next(), LANE, "alpha.counted.v1", "{}", "event", null, 0, previous, 0);
    }

    private final class Surroundings implements SubscriberWorker.Host {
        final List<Outcome> outcomes = new ArrayList<>();
        final List<Publication> table = new ArrayList<>();
        final List<Long> delivered = new ArrayList<>();
        final List<Boolean> known = new ArrayList<>();
        int pauses;
        boolean running = true;
        boolean others;

        @Nullable
        RuntimeException unreachable;

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public List<Found> read(List<Look> looks) {
            if (unreachable != null) {
                throw unreachable;
            }
            var found = List.copyOf(table);
            table.clear();
            return List.of(new Found(found, false));
        }

        @Override
        public boolean isShareable(Publication publication) {
            return true;
        }

        @Override
        public List<Outcome> deliver(List<Publication> publications, boolean knownHeads) {
            publications.forEach(publication -> delivered.add(publication.position()));
            known.add(knownHeads);
            return List.of(outcomes.removeFirst());
        }

        @Override
        public List<Outcome> inTurn(Publication first, Supplier<List<Outcome>> delivery) {
            return delivery.get();
        }

        @Override
        public boolean hasOthers() {
            return others;
        }

        @Override
        public void turned(SubscriberLanes lanes) {}

        @Override
        public void retryLater() {}

        @Override
        public void pauseAfterFailure() {
            assertThat(lanes.isEmpty()).as("nobody else takes the lane").isFalse();
            pauses++;
        }
    }
}
