package dev.banyan.catalog.internal;

import dev.banyan.runtime.data.DemoData;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fills the catalogue at start, before the shop answers, where a demonstration is wanted. */
@Component
class DemoStart implements ApplicationRunner {
    private final DemoData demo;
    private final DemoCatalog catalog;

    DemoStart(DemoData demo, DemoCatalog catalog) {
        this.demo = demo;
        this.catalog = catalog;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo.wanted()) {
            catalog.fill();
        }
    }
}
