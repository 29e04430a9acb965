package dev.banyan.runtime.transport;

import org.junit.jupiter.api.condition.EnabledIf;

/** RabbitMQ carries the events. */
@EnabledIf(
        value = "dev.banyan.runtime.transport.local.RabbitProcess#isInstalled",
        disabledReason = "RabbitMQ is not installed here: apt-get install rabbitmq-server")
class RabbitTransportIT extends TransportContract {
    RabbitTransportIT() throws Exception {
        super(new TestRabbit(TestProcess.directory()));
    }
}
