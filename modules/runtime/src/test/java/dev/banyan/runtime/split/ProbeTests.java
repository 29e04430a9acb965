package dev.banyan.runtime.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.split.Probe.Events;
import org.junit.jupiter.api.Test;

class ProbeTests {
    @Test
    void addsUpWhatWaitsForEachSubscriber() {
        assertThat(Probe.read("""
                        # HELP banyan_events_waiting Events that wait for a subscriber
                        banyan_events_waiting{application="banyan",subscriber="orders.a"} 3.0
                        banyan_events_waiting{application="banyan",subscriber="orders.b"} 4.0
                        banyan_events_waiting_parked{subscriber="orders.a"} 2.0
                        banyan_events_oldest{subscriber="orders.a"} 1.5
                        banyan_events_oldest{subscriber="orders.b"} 9.25
                        """)).isEqualTo(new Events(7, 2, 9.25));
    }

    @Test
    void findsNothingWhereNobodyListens() {
        assertThat(Probe.read("jvm_threads_live 3.0\n")).isEqualTo(new Events(0, 0, 0));
    }
}
