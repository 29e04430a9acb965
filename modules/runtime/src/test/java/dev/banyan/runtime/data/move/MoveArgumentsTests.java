package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveArgumentsTests {
    @Test
    void optionsAreProperties() {
        var arguments = MoveArguments.parse(
                "orders",
                "--to",
                "jdbc:postgresql://db/orders?a=b",
                "--to-user=owner",
                "--banyan.data-dir=here",
                "--from-password",
                "x");
        assertThat(arguments.module()).isEqualTo("orders");
        assertThat(arguments.properties())
                .containsExactly(
                        "--banyan.move.to.url=jdbc:postgresql://db/orders?a=b",
                        "--banyan.move.to.username=owner",
                        "--banyan.data-dir=here",
                        "--banyan.move.from.password=x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --to x           | needs the name of a module
                    orders --to      | --to needs a value
                    orders --force   | knows no '--force'
                    orders cart      | knows no 'cart'
                    """)
    void whatIsNotUnderstoodIsSaid(String words, String sentence) {
        assertThatThrownBy(() -> MoveArguments.parse(words.strip().split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aModuleIsNeeded() {
        assertThatThrownBy(MoveArguments::parse).hasMessageContaining("needs the name of a module");
    }
}
