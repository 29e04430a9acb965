package dev.banyan.users.internal;

import dev.banyan.runtime.web.IfMatch;
import dev.banyan.users.UserNotFoundException;
import dev.banyan.users.UserView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ProfileService {
    private final AccountRepository accounts;

    ProfileService(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    ProfileView get(UUID id) {
        return accounts.find(id).map(ProfileView::of).orElseThrow(() -> new UserNotFoundException(id));
    }

    @Transactional(readOnly = true)
    List<UserView> find(Set<UUID> ids) {
        return accounts.findAll(ids).stream()
                .map(account -> new UserView(account.id(), account.email(), account.name(), account.phone()))
                .toList();
    }

    /** Two at once happen one after the other. A change that changes nothing leaves the version. */
    @Transactional
    ProfileView change(UUID id, ChangeProfile change, IfMatch ifMatch) {
        var account = accounts.findForUpdate(id).orElseThrow(() -> new UserNotFoundException(id));
        ifMatch.require(account.version());
        var changed = change.appliedTo(account);
        if (changed.equals(account)) {
            return ProfileView.of(account);
        }
        accounts.update(changed);
        return ProfileView.of(changed.next());
    }
}
