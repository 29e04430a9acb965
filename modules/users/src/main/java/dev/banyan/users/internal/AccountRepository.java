package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    private static final String SELECT = "SELECT " + AccountRows.COLUMNS + " FROM users.account a ";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the account unless its address is taken, in any letter case; of two at once one is added. */
    boolean add(Account account) {
        return jdbc.sql("""
                INSERT INTO users.account (id, email, name, phone, roles, password_hash, search, grams, version, created_at)
                VALUES (:id, :email, :name, :phone, :roles, :hash, :search, :grams, :version, :createdAt)
                ON CONFLICT (lower(email)) DO NOTHING
                """)
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("phone", account.phone())
                        .param("roles", Role.labels(account.roles()).toArray(String[]::new))
                        .param("hash", account.passwordHash())
                        .param("search", AccountSearch.text(account))
                        .param("grams", AccountSearch.grams(account))
                        .param("version", account.version())
                        .param("createdAt", account.createdAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** Writes name, phone and roles; fails when somebody else changed the account since it was read. */
    void update(Account account) {
        int rows = jdbc.sql("""
                UPDATE users.account
                   SET name = :name, phone = :phone, roles = :roles,
                       search = :search, grams = :grams, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("name", account.name())
                .param("phone", account.phone())
                .param("roles", Role.labels(account.roles()).toArray(String[]::new))
                .param("search", AccountSearch.text(account))
                .param("grams", AccountSearch.grams(account))
                .param("id", account.id())
                .param("version", account.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Account %s was changed meanwhile".formatted(account.id()));
        }
    }

    void changePassword(UUID id, String hash) {
        int rows = jdbc.sql("UPDATE users.account SET password_hash = :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
        if (rows == 0) {
            throw new IllegalStateException("No account " + id);
        }
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id")
                .param("id", id)
                .query(AccountRows::read)
                .optional();
    }

    /** The account, locked until the transaction ends. */
    Optional<Account> findForUpdate(UUID id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id FOR UPDATE")
                .param("id", id)
                .query(AccountRows::read)
                .optional();
    }

    /** The administrators, locked until the transaction ends, so that they stay the same. */
    Set<UUID> lockAdmins() {
        return Set.copyOf(
                jdbc.sql("SELECT a.id FROM users.account a WHERE a.roles @> ARRAY['admin'] ORDER BY a.id FOR UPDATE")
                        .query(UUID.class)
                        .list());
    }

    /** Whether this is an administrator's account, who stays one until the transaction ends. */
    boolean lockAdmin(UUID id) {
        return jdbc.sql("SELECT a.id FROM users.account a WHERE a.id = :id AND a.roles @> ARRAY['admin'] FOR SHARE")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    List<Account> findAll(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "WHERE a.id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(AccountRows::read)
                .list();
    }

    /** The account with that address in any letter case; text that is no address is nobody's. */
    Optional<Account> findByEmail(String email) {
        return jdbc.sql(SELECT + "WHERE lower(a.email) = lower(:email)")
                .param("email", EmailSyntax.matches(email) ? email : "")
                .query(AccountRows::read)
                .optional();
    }
}
