package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.PageRequest;
import dev.banyan.users.UserNotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AdminUserService {
    private static final String LIST = "users";

    private final AccountRepository accounts;
    private final AccountQueries queries;

    AdminUserService(AccountRepository accounts, AccountQueries queries) {
        this.accounts = accounts;
        this.queries = queries;
    }

    /** The accounts whose address or name contains {@code text}, or all. */
    @Transactional(readOnly = true)
    Page<AdminUserView> list(Optional<String> text, PageRequest page) {
        var after = IdCursor.after(page, LIST);
        var rows = text.map(query -> queries.search(query, after, page.fetch()))
                .orElseGet(() -> queries.list(after, page.fetch()));
        return Page.of(rows, page.limit(), last -> IdCursor.of(LIST, last.id())).map(AdminUserView::of);
    }

    @Transactional(readOnly = true)
    AdminUserView get(UUID id) {
        return accounts.find(id).map(AdminUserView::of).orElseThrow(() -> new UserNotFoundException(id));
    }

    /**
     * Sessions go on with the new roles from their next refresh, but {@code actor} has to be an administrator now. One
     * administrator remains, also when two step down at once.
     */
    @Transactional
    AdminUserView changeRoles(UUID actor, UUID id, SortedSet<Role> roles, IfMatch ifMatch) {
        var admins = accounts.lockAdmins();
        if (!admins.contains(actor)) {
            throw new NoAdminException();
        }
        var account = accounts.findForUpdate(id).orElseThrow(() -> new UserNotFoundException(id));
        ifMatch.require(account.version());
        if (account.roles().equals(roles)) {
            return AdminUserView.of(account);
        }
        if (!roles.contains(Role.ADMIN) && admins.equals(Set.of(id))) {
            throw new ModuleException(
                    ModuleException.Kind.CONFLICT, "users.last-admin", "At least one administrator has to remain");
        }
        var changed = account.withRoles(roles);
        accounts.update(changed);
        return AdminUserView.of(changed.next());
    }
}
