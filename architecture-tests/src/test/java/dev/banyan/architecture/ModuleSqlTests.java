package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSqlTests {
    private static final List<String> SCHEMAS = schemas();

    @ParameterizedTest
    @MethodSource("modules")
    void aModulesSqlNamesItsOwnSchemaOnly(String module) throws IOException {
        var sources = Modules.PROJECT.resolve("modules").resolve(module).resolve("src/main");
        assertThat(ModuleSql.findings(module, sources, SCHEMAS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM users.account",
                "select 1 from orders.orders o\n  join inventory.stock s on true",
                "insert into runtime.publications values (1)",
                "SET LOCAL ROLE banyan_users"
            })
    void findsForeignSqlAndRoleSwitches(String sql) {
        assertThat(ModuleSql.findings("orders", "Fixture.java", sql, SCHEMAS)).isNotEmpty();
    }

    @Test
    void leavesAModulesOwnSqlAlone() {
        assertThat(ModuleSql.findings("orders", "Fixture.java", "UPDATE orders.orders SET status = :status", SCHEMAS))
                .isEmpty();
    }

    static List<String> modules() {
        return Modules.business();
    }

    private static List<String> schemas() {
        var schemas = new ArrayList<>(Modules.business());
        schemas.add("runtime");
        return schemas;
    }
}
