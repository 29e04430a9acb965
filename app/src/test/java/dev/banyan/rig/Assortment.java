package dev.banyan.rig;

import dev.banyan.client.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a run sells: plenty of most things, and two that run out. */
record Assortment(Staff staff, List<Item> items) {
    /** Something to buy at a price. */
    record Item(String sku, long price) {}

    static Assortment stocked(Staff staff) {
        var items = new ArrayList<Item>();
        for (int i = 1; i <= 6; i++) {
            long price = 100 * i + i;
            items.add(new Item(staff.product(i <= 2 ? 25 : 100_000, price), price));
        }
        return new Assortment(staff, List.copyOf(items));
    }

    Item any(Random random) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of which there is plenty. */
    Item plenty(Random random) {
        return items.get(2 + random.nextInt(items.size() - 2));
    }
}
