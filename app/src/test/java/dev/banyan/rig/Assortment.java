package dev.banyan.rig;

import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.e2e.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What a run sells: plenty of most things, and two that run out; and who sells it. */
final class Assortment {
    /** Much shorter than an access token lasts: a refused token would look like a refused request. */
    private static final Duration SIGNED_IN = Duration.ofMinutes(5);

    private final List<Item> items;
    private Staff staff;
    private long signedIn = System.nanoTime();

    private Assortment(Staff staff, List<Item> items) {
        this.staff = staff;
        this.items = items;
    }

    /** Something to buy at a price. */
    record Item(String sku, long price) {}

    static Assortment stocked(Http shop) {
        var staff = signIn(shop);
        var items = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> item(staff, number <= 2 ? 25 : 100_000, 101L * number))
                .toList();
        return new Assortment(staff, items);
    }

    /** Somebody of the staff who is signed in; asks {@code shop} for that now and then, and fails when it doesn't answer. */
    synchronized Http staff(Http shop) {
        if (System.nanoTime() - signedIn > SIGNED_IN.toNanos()) {
            staff = signIn(shop);
            signedIn = System.nanoTime();
        }
        return staff.http().at(shop);
    }

    Item any(Random random) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of which there is plenty. */
    Item plenty(Random random) {
        return items.get(2 + random.nextInt(items.size() - 2));
    }

    private static Item item(Staff staff, long stock, long price) {
        return new Item(staff.product(stock, price), price);
    }

    private static Staff signIn(Http shop) {
        return Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD);
    }
}
