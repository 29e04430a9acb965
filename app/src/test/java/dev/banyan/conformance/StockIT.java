package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Staff;
import dev.banyan.runtime.testing.Race;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockIT {
    private final String sku = Staff.sku();
    private final String path = "/api/admin/stock/" + sku;

    @Test
    void everySkuHasStockFromTheStart() {
        var stock = Target.admin().get(path).expect(200);
        assertNumbers(stock, 0, 0);
        assertThat(stock.json().propertyNames())
                .containsExactlyInAnyOrder("sku", "onHand", "reserved", "available", "version");
        assertThat(stock.at("/version").longValue()).isZero();
        assertThat(stock.header("ETag")).isEqualTo("\"0\"");
        Target.admin().get("/api/admin/stock/not%20a%20sku").expectProblem(404, "inventory.not-found");
        Target.admin().get("/api/admin/stock/" + "x".repeat(65)).expectProblem(404, "inventory.not-found");
    }

    @Test
    void isCountedAndAdjusted() {
        var counted = Target.admin()
                .with("If-Match", "\"0\"")
                .put(path, Map.of("onHand", 5))
                .expect(200);
        assertNumbers(counted, 5, 0);
        Target.admin()
                .with("If-Match", "\"0\"")
                .put(path, Map.of("onHand", 6))
                .expectProblem(412, "precondition.failed");
        Target.admin().put(path, Map.of("onHand", 6)).expectProblem(428, "precondition.required");
        assertNumbers(adjust(3).expect(200), 8, 0);
        assertNumbers(adjust(-8).expect(200), 0, 0);
        adjust(-1).expectProblem(409, "inventory.below-reserved");
        assertNumbers(Target.admin().get(path), 0, 0);
    }

    @Test
    void whatIsReservedStays() {
        var sale = Sale.confirmed();
        var of = "/api/admin/stock/" + sale.sku();
        assertNumbers(Target.admin().get(of), Sale.STOCK, Sale.QUANTITY);
        Product.anyVersion().put(of, Map.of("onHand", 1)).expectProblem(409, "inventory.below-reserved");
        assertNumbers(Product.anyVersion().put(of, Map.of("onHand", 2)).expect(200), 2, 2);
    }

    @Test
    void shippingLowersBoth() {
        var sale = Sale.shipped();
        assertNumbers(Target.staff().stock(sale.sku()), Sale.STOCK - Sale.QUANTITY, 0);
    }

    @Test
    void adjustmentsAtOnceAllCount() throws Exception {
        var answers = Race.all(20, _ -> adjust(1));
        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertNumbers(Target.admin().get(path), 20, 0);
    }

    @Test
    void anybodySeesWhatIsAvailable() {
        var known = Target.staff().product(7);
        var answer = Target.shop().get("/api/stock?sku=%s&sku=%s".formatted(known, sku));
        var available = Page.items(answer).stream()
                .collect(Collectors.toMap(
                        item -> item.path("sku").asString(),
                        item -> item.path("available").longValue()));
        assertThat(available).isEqualTo(Map.of(known, 7L, sku, 0L));
        assertThat(answer.at("/items/0").propertyNames()).containsExactlyInAnyOrder("sku", "available");
        var hundred = IntStream.range(0, 100).mapToObj(n -> "sku=A" + n).collect(Collectors.joining("&"));
        assertThat(Page.items(Target.shop().get("/api/stock?" + hundred))).hasSize(100);
        Target.shop().get("/api/stock?sku=B&" + hundred).expectField("validation.failed", "sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sku=", "?sku=a%20b", "?sku=A,B", "?other=A", "?sku=A&sku=%2F"})
    void badSkus(String query) {
        Target.shop().get("/api/stock" + query).expectField("validation.failed", "sku");
    }

    private Answer adjust(long delta) {
        return Target.admin().post(path + "/adjustments", Map.of("delta", delta, "reason", "counted"));
    }

    private static void assertNumbers(Answer stock, long onHand, long reserved) {
        stock.expect(200);
        assertThat(stock.at("/onHand").longValue()).isEqualTo(onHand);
        assertThat(stock.at("/reserved").longValue()).isEqualTo(reserved);
        assertThat(stock.at("/available").longValue()).isEqualTo(onHand - reserved);
    }
}
