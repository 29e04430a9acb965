package dev.banyan.rig;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import dev.banyan.rig.Journal.Replay;
import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of those who use the shop: mostly a buyer, at times staff. */
final class Person {
    private static final List<String> CARDS = List.of(
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_decline",
            "tok_flaky",
            "tok_webhook");
    private static final int REMEMBERED = 20;
    private static final int MOST_REPEATS = 3;

    private final Random random;
    private final Function<Random, Http> shops;
    private final Assortment assortment;
    private final Journal journal;
    private final Deque<Operation> orders = new ArrayDeque<>();
    private @Nullable Operation unanswered;
    private int repeats;

    Person(Random random, Function<Random, Http> shops, Assortment assortment, Journal journal) {
        this.random = random;
        this.shops = shops;
        this.assortment = assortment;
        this.journal = journal;
    }

    /** Does the next thing, which is to ask a few times again when there was no answer; false when there is none this time. */
    boolean act() {
        var asked = unanswered;
        if (asked != null) {
            return repeat(asked);
        }
        int choice = random.nextInt(100);
        try {
            if (choice < 25) {
                return tick();
            }
            if (choice < 60 || orders.isEmpty()) {
                return buy();
            }
            return choice < 65 ? buyAgainWithTheSameKey() : changeAnOrder(choice);
        } catch (UncheckedIOException | AssertionError lostBeforeItBegan) {
            return false;
        }
    }

    private boolean repeat(Operation asked) {
        asked.send(shops.apply(random));
        if (asked.outcome() != Outcome.UNKNOWN || ++repeats == MOST_REPEATS) {
            unanswered = null;
        }
        return asked.kind() == Kind.CHECKOUT ? remember(asked) : asked.outcome() != Outcome.UNKNOWN;
    }

    private boolean buy() {
        var shop = shops.apply(random);
        var first = assortment.any(random);
        var second = assortment.plenty(random);
        int quantity = 1 + random.nextInt(2);
        var buyer = Buyer.of(shop, first.sku(), quantity);
        long total = first.price() * quantity;
        if (!second.equals(first)) {
            buyer.with(second.sku(), 1);
            total += second.price();
        }
        return remember(checkout(buyer, Ids.next().toString(), total));
    }

    private Operation checkout(Buyer buyer, String key, long total) {
        var card = CARDS.get(random.nextInt(CARDS.size()));
        var operation = new Operation(
                Kind.CHECKOUT, buyer.cartId(), total, shop -> buyer.at(shop).order(key, card));
        return send(operation);
    }

    private boolean remember(Operation checkout) {
        if (checkout.outcome() == Outcome.OK) {
            orders.addLast(checkout);
            if (orders.size() > REMEMBERED) {
                orders.removeFirst();
            }
        }
        return checkout.outcome() != Outcome.UNKNOWN;
    }

    /** The same caller gets the same order, another one an order of his own. */
    private boolean buyAgainWithTheSameKey() {
        var shop = shops.apply(random);
        var item = assortment.plenty(random);
        var key = Ids.next().toString();
        var first = checkout(Buyer.of(shop, item.sku(), 1), key, item.price());
        var other = checkout(Buyer.of(shop, item.sku(), 1), key, item.price());
        var again = first.request().apply(shops.apply(random));
        if (first.outcome() == Outcome.OK && again.status() == 201) {
            journal.add(new Replay(true, id(first.answer()), id(again)));
        }
        if (first.outcome() == Outcome.OK && other.outcome() == Outcome.OK) {
            journal.add(new Replay(false, id(first.answer()), id(other.answer())));
        }
        return remember(first) && remember(other);
    }

    private boolean changeAnOrder(int choice) {
        var checkout = orders.removeFirst();
        var id = id(checkout.answer());
        if (choice < 80) {
            var token = checkout.answer().text("/accessToken");
            return answered(new Operation(
                    Kind.CANCEL,
                    id,
                    0,
                    shop -> shop.with("X-Order-Token", token).post("/api/orders/%s/cancel".formatted(id), "")));
        }
        var key = Ids.next().toString();
        if (choice < 90) {
            return answered(new Operation(Kind.SHIP, id, 0, shop -> staff(shop, key, id, "/shipments", Map.of())));
        }
        var refund = Map.of("amount", Map.of("amount", 50, "currency", "EUR"), "reason", "scratched");
        return answered(new Operation(Kind.REFUND, id, 50, shop -> staff(shop, key, id, "/refunds", refund)));
    }

    private Answer staff(Http shop, String key, String order, String path, Object body) {
        return assortment.staff(shop).with("Idempotency-Key", key).post("/api/admin/orders/" + order + path, body);
    }

    private boolean tick() {
        var key = "key-" + random.nextInt(4);
        var path = "/api/rig/ticks/%s?faults=%d&rollback=%s"
                .formatted(key, random.nextInt(10) == 0 ? 1 : 0, random.nextInt(8) == 0);
        return answered(new Operation(Kind.TICK, key, 0, shop -> shop.post(path, "")));
    }

    private boolean answered(Operation operation) {
        return send(operation).outcome() != Outcome.UNKNOWN;
    }

    private Operation send(Operation operation) {
        journal.add(operation);
        operation.send(shops.apply(random));
        if (operation.outcome() == Outcome.UNKNOWN && operation.kind() != Kind.TICK) {
            unanswered = operation;
            repeats = 0;
        }
        return operation;
    }

    private static String id(Answer answer) {
        return answer.text("/id");
    }
}
