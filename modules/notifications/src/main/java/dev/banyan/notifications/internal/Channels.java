package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The channels that lead out of the shop; two with one name stop the start. */
@Component
class Channels {
    private final Map<String, MessageChannel> byName;

    Channels(List<MessageChannel> channels) {
        this.byName =
                channels.stream().collect(Collectors.toUnmodifiableMap(MessageChannel::name, Function.identity()));
    }

    Optional<MessageChannel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether messages of that channel leave the shop; else they are kept. */
    boolean leads(String name) {
        return byName.containsKey(name);
    }
}
