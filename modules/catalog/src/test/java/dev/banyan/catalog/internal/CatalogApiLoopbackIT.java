package dev.banyan.catalog.internal;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "banyan.calls.loopback=true")
class CatalogApiLoopbackIT extends CatalogApiContract {}
