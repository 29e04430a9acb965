package dev.banyan.users.internal;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "banyan.calls.loopback=true")
class UsersApiLoopbackIT extends UsersApiContract {}
