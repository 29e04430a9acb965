package dev.banyan.catalog.internal;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists and searches read. */
@Repository
class ListingRepository {
    private final JdbcClient jdbc;

    ListingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists these products as they are now; archived ones and those without a price in no currency. */
    void refresh(Collection<UUID> products) {
        jdbc.sql("SELECT catalog.refresh_listing(CAST(:products AS uuid[]))")
                .param("products", strings(products))
                .query((rs, number) -> number)
                .list();
    }

    /** Makes the words of these products known to the search; in their order, so that two can't block each other. */
    void learnWords(Collection<UUID> products) {
        jdbc.sql("""
                INSERT INTO catalog.word (word)
                SELECT DISTINCT said.word COLLATE "C" AS word
                  FROM catalog.product p CROSS JOIN LATERAL unnest(tsvector_to_array(p.search)) AS said (word)
                 WHERE p.id = ANY (CAST(:products AS uuid[]))
                   AND NOT EXISTS (SELECT FROM catalog.word w WHERE w.word = said.word)
                 ORDER BY word
                ON CONFLICT (word) DO NOTHING
                """).param("products", strings(products)).update();
    }

    private static String[] strings(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
