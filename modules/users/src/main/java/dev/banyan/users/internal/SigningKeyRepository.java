package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class SigningKeyRepository {
    private final JdbcClient jdbc;

    SigningKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    SigningKeys load() {
        return new SigningKeys(jdbc.sql("""
                SELECT generation, public_key, private_sealed, active_from FROM users.signing_key ORDER BY generation
                """).query(SigningKeyRepository::read).list());
    }

    /** Adds a generation unless there is one of that number; of several instances one does. */
    @Transactional
    boolean add(SigningKey key) {
        return jdbc.sql("""
                INSERT INTO users.signing_key (generation, public_key, private_sealed, active_from)
                VALUES (:generation, :public, :private, :activeFrom)
                ON CONFLICT ON CONSTRAINT signing_key_pk DO NOTHING
                """)
                        .param("generation", key.generation())
                        .param("public", key.publicKey().toJSONString())
                        .param("private", key.privateSealed())
                        .param("activeFrom", key.activeFrom().atOffset(UTC))
                        .update()
                == 1;
    }

    @Transactional
    int deleteBefore(int generation) {
        return jdbc.sql("DELETE FROM users.signing_key WHERE generation < :generation")
                .param("generation", generation)
                .update();
    }

    private static SigningKey read(ResultSet row, int number) throws SQLException {
        return new SigningKey(
                row.getInt("generation"),
                parsed(row.getString("public_key")),
                row.getString("private_sealed"),
                row.getObject("active_from", OffsetDateTime.class).toInstant());
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException damaged) {
            throw new IllegalStateException("A signing key in the database is damaged", damaged);
        }
    }
}
