package dev.banyan.runtime.transport;

/** Kafka carries the events. */
class KafkaTransportIT extends TransportContract {
    KafkaTransportIT() throws Exception {
        super(new TestKafka(TestProcess.directory()));
    }
}
