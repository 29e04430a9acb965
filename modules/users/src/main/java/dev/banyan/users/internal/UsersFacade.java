package dev.banyan.users.internal;

import dev.banyan.users.IssueResetToken;
import dev.banyan.users.ResetToken;
import dev.banyan.users.UserView;
import dev.banyan.users.UsersApi;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class UsersFacade implements UsersApi {
    private final ProfileService profiles;
    private final PasswordResetService resets;

    UsersFacade(ProfileService profiles, PasswordResetService resets) {
        this.profiles = profiles;
        this.resets = resets;
    }

    @Override
    public List<UserView> find(Set<UUID> ids) {
        return profiles.find(ids);
    }

    @Override
    public ResetToken issueResetToken(IssueResetToken command) {
        return resets.issue(command);
    }
}
