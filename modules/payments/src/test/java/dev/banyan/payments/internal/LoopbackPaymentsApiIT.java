package dev.banyan.payments.internal;

import org.springframework.test.context.TestPropertySource;

/** Calls and events through JSON, every call twice. */
@TestPropertySource(properties = {"banyan.calls.loopback=true", "banyan.events.loopback=true"})
class LoopbackPaymentsApiIT extends PaymentsApiContract {}
