/**
 * Messages to buyers: templates, channels (mail, SMS), delivery attempts. Follows users and orders through their events; asks
 * users for addresses, phones and reset tokens. Nobody calls it. Further channels plug in through its package {@code spi}.
 */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "runtime", "users", "users :: events", "orders :: events"})
@NullMarked
package dev.banyan.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
