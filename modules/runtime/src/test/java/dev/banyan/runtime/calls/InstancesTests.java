package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstancesTests {
    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");
    private static final URI C = URI.create("http://c:1");

    private final AtomicLong now = new AtomicLong();
    private final Instances instances = new Instances(List.of(A, B, C), List::copyOf, now::get);

    @Test
    void eachIsTheFirstInTurn() {
        assertThat(instances.inTurn()).containsExactly(A, B, C);
        assertThat(instances.inTurn()).containsExactly(B, C, A);
        assertThat(instances.inTurn()).containsExactly(C, A, B);
        assertThat(instances.inTurn()).containsExactly(A, B, C);
    }

    @Test
    void oneThatCouldNotBeReachedIsTheLastForAWhile() {
        instances.failed(B);
        assertThat(lasts()).containsOnly(B);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(lasts()).contains(A, B, C);
    }

    @Test
    void oneThatAnswersAgainIsNot() {
        instances.failed(B);
        instances.answered(B);
        assertThat(lasts()).contains(A, B, C);
    }

    @Test
    void aNameMayStandForSeveral() {
        var named = new Instances(List.of(A), addresses -> List.of(B, C), now::get);
        assertThat(named.inTurn()).containsExactly(B, C);
        assertThat(named.inTurn()).containsExactly(C, B);
    }

    @Test
    void aNameThatIsUnknownOrHasOneAddressStays() {
        var addresses = List.of(URI.create("http://localhost:1"), URI.create("http://nowhere.invalid:1/base"));
        assertThat(new Names().apply(addresses)).isEqualTo(addresses);
    }

    private List<URI> lasts() {
        return IntStream.range(0, 3).mapToObj(i -> instances.inTurn().getLast()).toList();
    }
}
