package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Public commands take what they know, and nothing that is merely like it. */
class StrictJsonIT {
    private static final List<String> ALL = Command.ALL;

    @ParameterizedTest
    @MethodSource("commandsWithObjects")
    void unknownAndRepeatedProperties(String name) {
        var command = Command.named(name);
        command.send(Edit.set(command.body(), "/somethingElse", "1")).expectProblem(400, "request.malformed");
        command.send(Edit.repeatFirst(command.body())).expectProblem(400, "request.malformed");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatIsNoJsonOfThatForm(String name) {
        var command = Command.named(name);
        var good = Edit.tree(command.body()).toString();
        Stream.of("7", "\"text\"", "true", good + "}", good.substring(0, good.length() - 1), "{'a':1}", "// no", "NaN")
                .forEach(body -> command.send(body).expectProblem(400, "request.malformed"));
        var deep = "[".repeat(2000) + "]".repeat(2000);
        command.send(deep).expectProblem(400, "request.malformed");
        command.send("{\"a\":" + deep + "}").expectProblem(400, "request.malformed");
        command.send(good.replaceFirst("\"", "\"\u00ff").getBytes(ISO_8859_1)).expectProblem(400, "request.malformed");
    }

    /** In the places where a sloppy reader would make do. */
    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAsTextAndFractions(String name, String pointer) {
        var command = Command.named(name);
        for (var value : List.of("\"1\"", "1.5", "1.0", "true", "[1]", "1e2", "\"\"", "99999999999999999999")) {
            command.send(Edit.set(command.body(), pointer, value)).expectField("request.malformed", field(pointer));
        }
    }

    @Test
    void textIsNotMadeOfNumbers() {
        var command = Command.named("POST /api/users");
        for (var value : List.of("1", "true", "[]", "{}", "[\"a\"]")) {
            command.send(Edit.set(command.body(), "/name", value)).expectField("request.malformed", "name");
        }
    }

    static Stream<String> commandsWithObjects() {
        return Command.ALL.stream().filter(name -> Edit.tree(Command.named(name).body()) instanceof ObjectNode);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                        List.of("POST /api/admin/products", "/variants/0/prices/0/amount"),
                        List.of("POST /api/admin/products", "/variants/0/weightGrams"),
                        List.of("PUT /api/admin/products/{id}/variants/{sku}/prices", "/0/amount"),
                        List.of("PUT /api/admin/stock/{sku}", "/onHand"),
                        List.of("POST /api/admin/stock/{sku}/adjustments", "/delta"),
                        List.of("POST /api/admin/orders/{id}/refunds", "/amount/amount"),
                        List.of("PUT /api/carts/{id}/lines/{sku}", "/quantity"),
                        List.of("POST /api/orders", "/expectedTotal/amount"))
                .map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    /** {@code variants[0].prices[0].amount} for {@code /variants/0/prices/0/amount}. */
    static String field(String pointer) {
        return pointer.substring(1)
                .replaceAll("/([0-9]+)", "[$1]")
                .replaceAll("^([0-9]+)", "[$1]")
                .replace('/', '.');
    }
}
