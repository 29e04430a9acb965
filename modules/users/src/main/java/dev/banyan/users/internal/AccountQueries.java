package dev.banyan.users.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of accounts, the newest first. */
@Repository
class AccountQueries {
    private static final UUID END = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final String SELECT =
            "SELECT " + AccountRows.COLUMNS + " FROM users.account a WHERE a.id < :before ";
    private static final String MATCHING = "AND a.grams @> :grams::text[] AND a.search LIKE :pattern ESCAPE '\\' ";
    private static final String ORDER = "ORDER BY a.id DESC LIMIT :limit";

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the last id of the page before, or none for the first */
    List<Account> list(List<UUID> after, int limit) {
        return jdbc.sql(SELECT + ORDER)
                .param("before", after.isEmpty() ? END : after.getFirst())
                .param("limit", limit)
                .query(AccountRows::read)
                .list();
    }

    /** Those whose address or name contains {@code text}; up to two characters have to begin a word. */
    List<Account> search(String text, List<UUID> after, int limit) {
        var query = text.toLowerCase(Locale.ROOT);
        return jdbc.sql(SELECT + MATCHING + ORDER)
                .param("before", after.isEmpty() ? END : after.getFirst())
                .param("grams", AccountSearch.gramsOf(query))
                .param("pattern", AccountSearch.pattern(query))
                .param("limit", limit)
                .query(AccountRows::read)
                .list();
    }
}
