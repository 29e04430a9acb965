package dev.banyan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.runtime.RuntimeIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ModuleRolesIT extends RuntimeIT {
    @Autowired
    AlphaService alpha;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aModulesTransactionRunsUnderItsRole() {
        alpha.inTransaction(sql -> assertThat(
                        sql.sql("SELECT current_user").query(String.class).single())
                .endsWith("_alpha"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM beta.seen",
                "INSERT INTO beta.seen (subscriber, key, n) VALUES ('x', 'x', 1)",
                "SELECT * FROM runtime.publications",
                "SELECT * FROM alpha.flyway_schema_history",
                "CREATE TABLE alpha.mine (x int)",
                "CREATE TEMPORARY TABLE mine (x int)",
                "TRUNCATE alpha.numbers"
            })
    void postgresqlRefusesWhatIsNotTheModules(String sql) {
        assertThatThrownBy(() ->
                        alpha.inTransaction(client -> client.sql(sql).query().listOfRows()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aTransactionWithoutAModuleReadsNoModule() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status ->
                        jdbc.sql("SELECT * FROM alpha.numbers").query().listOfRows()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesJdbcOutsideATransaction() {
        assertThatThrownBy(() -> jdbc.sql("SELECT 1").query().listOfRows())
                .rootCause()
                .hasMessageContaining("JDBC outside a transaction is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.numbers", "beta.seen", "runtime.publications"})
    void thePoolsLoginMayOnlySwitch(String table) {
        assertThatThrownBy(() -> alpha.inTransaction(client -> {
                    client.sql("SET LOCAL ROLE NONE").update();
                    client.sql("SELECT * FROM " + table).query().listOfRows();
                }))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
