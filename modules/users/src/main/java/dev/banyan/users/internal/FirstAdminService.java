package dev.banyan.users.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator's account; of several instances that start at once one does. */
@Service
class FirstAdminService {
    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final SessionRepository sessions;

    FirstAdminService(JdbcClient jdbc, AccountRepository accounts, SessionRepository sessions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The address of the administrator who has been here longest. */
    @Transactional(readOnly = true)
    Optional<String> existing() {
        return find();
    }

    /**
     * Adds the account unless there is an administrator. An account that has its address already becomes it, with the new
     * password and without its sessions: whoever made it isn't trusted.
     *
     * @return whether the account is the administrator now
     */
    @Transactional
    boolean make(Account admin) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('users.first-admin', 0))")
                .query((row, number) -> true)
                .single();
        if (find().isPresent()) {
            return false;
        }
        if (!accounts.add(admin)) {
            takeOver(accounts.findByEmail(admin.email()).orElseThrow(), admin);
        }
        return true;
    }

    private void takeOver(Account taken, Account admin) {
        accounts.update(taken.withRoles(admin.roles()));
        accounts.changePassword(taken.id(), admin.passwordHash());
        sessions.endAll(taken.id());
    }

    private Optional<String> find() {
        return jdbc.sql("""
                SELECT a.email FROM users.account a WHERE a.roles @> ARRAY['admin'] ORDER BY a.created_at, a.id LIMIT 1
                """).query(String.class).optional();
    }
}
