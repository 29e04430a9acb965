package dev.banyan.inventory.internal;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "banyan.calls.loopback=true")
class InventoryApiLoopbackIT extends InventoryApiContract {}
