package dev.banyan.cart.internal;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "banyan.calls.loopback=true")
class CartApiLoopbackIT extends CartApiContract {}
