package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Buyer;
import dev.banyan.kernel.Ids;
import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F20: the connection is lost during COMMIT. The server has committed, but nobody hears of it. */
class CommitCutIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    /** How the server answers a COMMIT. */
    private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_COMMITS = 25;

    @Test
    void aCheckoutTakesEffectOnceWhicheverCommitIsCut() throws Exception {
        var link = RIG.surroundings().databaseLinks().getFirst();
        var shop = RIG.app(0).http();
        var item = RIG.assortment().plenty(new Random(0));
        int cuts = 0;
        for (int commit = 1; commit <= MOST_COMMITS; commit++) {
            var buyer = Buyer.of(shop, item.sku(), 1);
            var key = Ids.next().toString();
            var checkout = new Operation(
                    Kind.CHECKOUT,
                    buyer.cartId(),
                    item.price(),
                    at -> buyer.at(at).order(key, "tok_approve"));
            RIG.journal().add(checkout);
            link.faults().cutAt(Direction.TO_CLIENT, COMMITTED, commit);
            checkout.send(shop);
            RIG.aftermath().repeatUntilKnown();
            assertThat(checkout.outcome()).as(checkout.toString()).isEqualTo(Outcome.OK);
            RIG.aftermath().drain();
            cuts += link.faults().cutWaits() ? 0 : 1;
            link.heal();
        }
        assertThat(cuts).isGreaterThan(10);
        RIG.aftermath().check();
    }
}
