package dev.banyan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transaction's statements, each of whose ways through JDBC has to be under the module's role. */
class RoleConnectionIT extends RuntimeIT {
    private static final Object[] KEYS = {"x"};
    private static final String USER = "SELECT current_user";
    private static final String ID = "SELECT pg_backend_pid() || ' ' || now()";

    @Autowired
    AlphaService alpha;

    @Autowired
    JdbcTemplate template;

    @Autowired
    DatabaseOwner owner;

    @Test
    void statementsWithAndWithoutParametersRunUnderTheRole() {
        alpha.inTransaction(sql -> assertRoles(sql));
        alpha.inTransaction(sql -> assertThat(plain()).endsWith("_alpha"));
        alpha.reading(sql -> assertRoles(sql));
        alpha.reading(sql -> assertThat(plain()).endsWith("_alpha"));
        alpha.readingOneSnapshot(sql -> assertRoles(sql));
    }

    @Test
    void thePoolsConnectionsKeepNoRole() {
        alpha.reading(
                sql -> assertThat(sql.sql(USER).query(String.class).single()).endsWith("_alpha"));
        alpha.inTransaction(sql -> assertThat(
                        sql.sql("SELECT session_user").query(String.class).single())
                .endsWith("_app"));
    }

    @Test
    void theFirstStatementTellsItsRowsAndItsCount() {
        var key = Ids.next().toString();
        alpha.inTransaction(
                sql -> assertThat(sql.sql("INSERT INTO alpha.numbers (key, n) VALUES (?, 1), (?, 2) -- both")
                                .params(key, key)
                                .update())
                        .isEqualTo(2));
        alpha.inTransaction(sql -> assertThat(sql.sql("DELETE FROM alpha.numbers WHERE key = ? AND n = 1 RETURNING n")
                        .param(key)
                        .query(Integer.class)
                        .list())
                .containsExactly(1));
        assertThat(alpha.numbers(key)).containsExactly(2);
    }

    @Test
    void aFailedFirstStatementLeavesTheConnectionUsable() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> alpha.reading(
                            sql -> sql.sql("SELECT 1 / ?").param(0).query().listOfRows()))
                    .rootCause()
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("division by zero");
            assertThat(alpha.numbers("none")).isEmpty();
        }
    }

    @Test
    void aReadingTransactionRefusesToWriteAndHoldsNothingBetweenItsStatements() {
        var key = Ids.next().toString();
        assertThatThrownBy(() -> alpha.reading(sql -> sql.sql("INSERT INTO alpha.numbers (key, n) VALUES (?, 1)")
                        .param(key)
                        .update()))
                .rootCause()
                .hasMessageContaining("read-only transaction");
        alpha.reading(sql -> {
            int backend =
                    sql.sql("SELECT pg_backend_pid()").query(Integer.class).single();
            assertThat(state(backend)).isEqualTo("idle");
        });
    }

    @Test
    void oneSnapshotIsKeptWhereItIsAskedFor() {
        alpha.readingOneSnapshot(
                sql -> assertThat(sql.sql(ID).query(String.class).single())
                        .isEqualTo(sql.sql(ID).query(String.class).single()));
    }

    @Test
    void aBatchAsFirstStatementIsRefused() {
        assertThatThrownBy(() -> alpha.inTransaction(sql -> template.batchUpdate(
                        "INSERT INTO alpha.numbers (key, n) VALUES (?, 1)", Collections.singletonList(KEYS))))
                .rootCause()
                .hasMessageContaining("give arrays to one statement");
    }

    private void assertRoles(JdbcClient sql) {
        assertThat(sql.sql(USER).query(String.class).single()).endsWith("_alpha");
        assertThat(plain()).endsWith("_alpha");
        assertThat(sql.sql(USER + " WHERE ? = 1").param(1).query(String.class).single())
                .endsWith("_alpha");
    }

    private String plain() {
        return String.valueOf(template.queryForObject(USER, String.class));
    }

    private String state(int backend) {
        try (var connection = owner.connect();
                var select = connection.prepareStatement("SELECT state FROM pg_stat_activity WHERE pid = ?")) {
            select.setInt(1, backend);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
