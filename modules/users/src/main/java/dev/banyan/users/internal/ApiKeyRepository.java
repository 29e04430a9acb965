package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import dev.banyan.runtime.security.SecretToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API keys; of the key itself only a hash is kept. */
@Repository
class ApiKeyRepository {
    private static final String SELECT = "SELECT id, name, scopes, hint, created_at FROM users.api_key ";
    private static final UUID END = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;

    ApiKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the key. An id that is there already gets this secret instead: the first one was never seen by anybody. */
    void put(ApiKey apiKey, String key, UUID creator) {
        jdbc.sql("""
                INSERT INTO users.api_key (id, name, scopes, hint, created_at, key_hash, created_by)
                VALUES (:id, :name, :scopes, :hint, :createdAt, :hash, :creator)
                ON CONFLICT ON CONSTRAINT api_key_pk DO UPDATE SET hint = excluded.hint, key_hash = excluded.key_hash
                """)
                .param("id", apiKey.id())
                .param("name", apiKey.name())
                .param("scopes", apiKey.scopes().toArray(String[]::new))
                .param("hint", apiKey.hint())
                .param("createdAt", apiKey.createdAt().atOffset(UTC))
                .param("hash", SecretToken.hash(key))
                .param("creator", creator)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM users.api_key WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ApiKey> findByKey(String key) {
        return jdbc.sql(SELECT + "WHERE key_hash = :hash")
                .param("hash", SecretToken.hash(key))
                .query(ApiKeyRepository::read)
                .optional();
    }

    /** @param after the last id of the page before, or none for the first */
    List<ApiKey> list(List<UUID> after, int limit) {
        return jdbc.sql(SELECT + "WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", after.isEmpty() ? END : after.getFirst())
                .param("limit", limit)
                .query(ApiKeyRepository::read)
                .list();
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getString("hint"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
