package dev.banyan.notifications.internal;

import dev.banyan.orders.events.OrderShipped;
import dev.banyan.users.UserView;
import dev.banyan.users.UsersApi;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Tells buyers whose account has a phone that their order left; a subscriber of its own, so that mail doesn't wait for users. */
@Component
class ShippingSmsListener {
    private final UsersApi users;
    private final MessageService messages;

    ShippingSmsListener(UsersApi users, MessageService messages) {
        this.users = users;
        this.messages = messages;
    }

    @ApplicationModuleListener(id = "notifications.order-shipped-sms", propagation = Propagation.NOT_SUPPORTED)
    void on(OrderShipped event) {
        var buyer = event.userId();
        if (buyer == null) {
            return;
        }
        for (UserView account : users.find(Set.of(buyer))) {
            var phone = account.phone();
            if (phone != null && !phone.isBlank()) {
                messages.store(OrderDrafts.shippedShort(event, phone));
            }
        }
    }
}
