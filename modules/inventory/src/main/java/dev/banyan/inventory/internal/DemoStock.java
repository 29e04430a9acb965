package dev.banyan.inventory.internal;

import dev.banyan.runtime.data.DemoData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills the empty stock of a demo shop from {@code demo/stock.csv}: a header, then a SKU and what is on hand per line. */
@Component
class DemoStock implements ApplicationRunner {
    private static final ClassPathResource FILE = new ClassPathResource("demo/stock.csv");

    private final DemoData demo;
    private final FirstStock stock;

    DemoStock(DemoData demo, FirstStock stock) {
        this.demo = demo;
        this.stock = stock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo.wanted() && FILE.exists()) {
            stock.fill(new Quantities(read()));
        }
    }

    private static SortedMap<String, Long> read() {
        try {
            var onHand = new TreeMap<String, Long>();
            FILE.getContentAsString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
                int comma = line.indexOf(',');
                onHand.put(line.substring(0, comma), Long.valueOf(line.substring(comma + 1)));
            });
            return onHand;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
