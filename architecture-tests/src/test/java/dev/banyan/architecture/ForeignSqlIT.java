package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.data.DatabaseOwner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every module, in a transaction of its own, tries every table of every other schema. */
class ForeignSqlIT extends WholeShopIT {
    @Autowired
    DatabaseOwner owner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @MethodSource("modules")
    void postgresqlRefusesEveryTableOfAnotherModule(String module) throws SQLException {
        var foreign = tables("table_schema <> '%s'".formatted(module));
        assertThat(foreign).isNotEmpty();
        for (var table : foreign) {
            for (var sql : List.of("SELECT * FROM " + table, "DELETE FROM " + table)) {
                assertThatThrownBy(() -> inTransactionOf(module, sql))
                        .as("%s in %s", sql, module)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleReadsItsOwnTables(String module) throws SQLException {
        for (var table : tables("table_schema = '%s'".formatted(module))) {
            inTransactionOf(module, "SELECT 1 FROM " + table + " LIMIT 1");
        }
    }

    @Test
    void aTransactionOfNobodyReadsNoModule() throws SQLException {
        for (var table : tables("table_schema <> 'runtime'")) {
            assertThatThrownBy(() -> inTransaction("outside.Attempt.run", "SELECT * FROM " + table))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    static List<String> modules() {
        return Modules.business();
    }

    private void inTransactionOf(String module, String sql) {
        inTransaction("dev.banyan.%s.internal.Attempt.run".formatted(module), sql);
    }

    private void inTransaction(String name, String sql) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setName(name);
        transaction.executeWithoutResult(status -> {
            if (sql.startsWith("SELECT")) {
                jdbc.sql(sql).query().listOfRows();
            } else {
                jdbc.sql(sql).update();
            }
            status.setRollbackOnly();
        });
    }

    private List<String> tables(String condition) throws SQLException {
        var query = """
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                 WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'sandbox', 'public')
                   AND table_name <> 'flyway_schema_history' AND table_type = 'BASE TABLE' AND %s
                """.formatted(condition);
        var tables = new ArrayList<String>();
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
