package dev.banyan.inventory.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.IfMatch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do to stock. Each change is kept with its reason and author, so that the numbers can be accounted for. */
@Service
class StockKeeping {
    private static final String COUNT = "Count";

    private final AdjustmentRepository adjustments;
    private final StockAnnouncements announcements;

    StockKeeping(AdjustmentRepository adjustments, StockAnnouncements announcements) {
        this.adjustments = adjustments;
        this.announcements = announcements;
    }

    /** Sets what is on hand, if that is still what {@code ifMatch} says. */
    @Transactional
    StockView count(String sku, long onHand, IfMatch ifMatch, String author) {
        var level = adjustments.lock(sku);
        ifMatch.require(level.version());
        return change(new Adjustment(Ids.next(), sku, level.changeTo(onHand), COUNT, author));
    }

    /** Changes what is on hand by {@code delta}, once per {@code id}; a repeat answers with the stock as it is now. */
    @Transactional
    StockView adjust(UUID id, String sku, long delta, String reason, String author) {
        var level = adjustments.lock(sku);
        if (adjustments.isKnown(id)) {
            return new StockView(sku, level.onHand(), level.reserved(), level.version());
        }
        return change(new Adjustment(id, sku, level.changeBy(delta), reason, author));
    }

    private StockView change(Adjustment adjustment) {
        adjustments.keep(adjustment);
        var stock = adjustments.apply(adjustment);
        announcements.announce(List.of(new StockMovement(stock.sku(), stock.available(), adjustment.delta())));
        return stock;
    }
}
