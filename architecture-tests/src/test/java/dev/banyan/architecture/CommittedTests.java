package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a generated page says counts, its order doesn't. */
class CommittedTests {
    private static final String DIAGRAM = """
            Rel(Orders, Cart, "uses")
            Rel(Cart, Catalog, "uses")
            Rel(Cart, Catalog, "uses")
            """;
    private static final String MODULES = """
            {"orders": {"dependencies": ["cart", "catalog"]}, "cart": {"dependencies": ["catalog"]}}""";

    private static String diagram(String text) {
        return Committed.content("components.puml", text);
    }

    private static String modules(String text) {
        return Committed.content("modules.json", text);
    }

    @Test
    void linesInAnotherOrderAreTheSame() {
        assertThat(diagram("""
                Rel(Cart, Catalog, "uses")
                Rel(Orders, Cart, "uses")
                Rel(Cart, Catalog, "uses")
                """)).isEqualTo(diagram(DIAGRAM));
    }

    @Test
    void aRelationTurnedRoundIsAnother() {
        assertThat(diagram(DIAGRAM.replace("Orders, Cart", "Cart, Orders"))).isNotEqualTo(diagram(DIAGRAM));
    }

    @Test
    void aLineLostIsMissed() {
        assertThat(diagram(DIAGRAM.replaceFirst("Rel\\(Cart.*\n", ""))).isNotEqualTo(diagram(DIAGRAM));
    }

    @Test
    void arraysAndMembersInAnotherOrderAreTheSame() {
        assertThat(modules("""
                {"cart": {"dependencies": ["catalog"]}, "orders": {"dependencies": ["catalog", "cart"]}}""")).isEqualTo(modules(MODULES));
    }

    @Test
    void aDependencyOfAnotherModuleIsAnother() {
        assertThat(modules("""
                {"orders": {"dependencies": ["catalog"]}, "cart": {"dependencies": ["cart", "catalog"]}}""")).isNotEqualTo(modules(MODULES));
    }
}
