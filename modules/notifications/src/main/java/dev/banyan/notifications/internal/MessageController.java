package dev.banyan.notifications.internal;

import dev.banyan.kernel.Page;
import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the shop wrote to whom. */
@RestController
@RequestMapping("/api/admin/messages")
@Access(value = Access.Level.STAFF, scope = "messages:read")
@Tag(name = "Messages")
class MessageController {
    private final MessageQueries messages;
    private final Channels channels;

    MessageController(MessageQueries messages, Channels channels) {
        this.messages = messages;
        this.channels = channels;
    }

    @GetMapping
    Page<MessageView> list(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID orderId,
            PageRequest page) {
        return messages.list(new MessageFilter(to, orderId), page);
    }

    @GetMapping("/{id}")
    MessageDetail get(@PathVariable UUID id, Caller caller) {
        return messages.get(id, maySeeSecrets(caller));
    }

    /** A secret is shown to admins alone, and only as long as mail doesn't leave the shop and this is the way to get at it. */
    private boolean maySeeSecrets(Caller caller) {
        return caller.isAdmin() && !channels.leads(MessageChannel.MAIL);
    }
}
