package dev.banyan.runtime.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import org.junit.jupiter.api.Test;

class MemoryTests {
    @Test
    void isEnoughForEightProcessesAndABrokerWithin6Gigabytes() {
        assertThat(Memory.heap(8, true, 5500)).isBetween(192L, 512L);
    }

    @Test
    void growsWithWhatIsFreeUpToABound() {
        assertThat(Memory.heap(2, false, 100_000)).isEqualTo(512);
    }

    @Test
    void isRefusedWhenThereIsTooLittle() {
        assertThatThrownBy(() -> Memory.heap(8, true, 3000))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageMatching("8 processes need some \\d+ MB of memory, and 3000 MB are free\\.");
    }

    @Test
    void ofThisProcessIsKnownOnLinux() {
        assertThat(Memory.of(ProcessHandle.current().pid())).isPresent();
        assertThat(Memory.free()).isPositive();
    }
}
