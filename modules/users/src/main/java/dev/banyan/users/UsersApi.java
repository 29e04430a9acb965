package dev.banyan.users;

import dev.banyan.kernel.Command;
import dev.banyan.kernel.Query;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Accounts as other modules see them. May run in another process: every call can time out or arrive twice. */
@HttpExchange("/internal/users")
public interface UsersApi {
    /** The accounts among {@code ids} that exist, in no order; one round trip, whatever their number. */
    @Query
    @PostExchange("/find")
    List<UserView> find(@RequestBody Set<UUID> ids);

    /**
     * Mints the single-use token of a password reset, valid for 30 minutes. A repeat with the same request id mints a new
     * one and voids the one before, so that only the token sent last works.
     *
     * @throws UserNotFoundException when there is no such account
     */
    @Command(key = "requestId")
    @PostExchange("/reset-tokens")
    ResetToken issueResetToken(@RequestBody IssueResetToken command) throws UserNotFoundException;
}
