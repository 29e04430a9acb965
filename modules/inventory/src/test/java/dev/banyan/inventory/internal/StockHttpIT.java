package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StockHttpIT extends InventoryIT {
    @Autowired
    MockMvcTester http;

    private final TestCaller staff = TestCallers.staff();

    @Test
    void anybodyMaySeeWhatIsAvailable() {
        var first = stocked(5);
        var second = unstocked();
        var answer = http.get()
                .uri("/api/stock?sku={a}&sku={b}&sku={a}", first, second, first)
                .exchange();
        assertThat(answer).hasStatus(200).bodyJson().isStrictlyEqualTo("""
                        {"items":[{"sku":"%s","available":5},{"sku":"%s","available":0}],"nextCursor":null}
                        """.formatted(first, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sku=", "?sku=A,B", "?sku=A&sku=B%20C", "?sku=%C3%A4"})
    void asksForSkusInTheirForm(String query) {
        assertProblem(http.get().uri("/api/stock" + query).exchange(), 400, "validation.failed");
    }

    @Test
    void takesUpToAHundredSkus() {
        assertThat(http.get().uri("/api/stock?" + query(100)).exchange()).hasStatus(200);
        assertProblem(http.get().uri("/api/stock?" + query(101)).exchange(), 400, "validation.failed");
    }

    @Test
    void everyValidSkuHasAResource() {
        var sku = unstocked();
        assertThat(get(sku, staff))
                .hasStatus(200)
                .hasHeader(HttpHeaders.ETAG, "\"0\"")
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"sku\":\"%s\",\"onHand\":0,\"reserved\":0,\"available\":0,\"version\":0}".formatted(sku));
        assertProblem(get("no sku", staff), 404, "inventory.not-found");
    }

    @Test
    void aCountSetsWhatIsOnHand() {
        var sku = unstocked();
        assertThat(put(sku, "\"0\"", "{\"onHand\":7}"))
                .hasStatus(200)
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"sku\":\"%s\",\"onHand\":7,\"reserved\":0,\"available\":7,\"version\":1}".formatted(sku));
        assertProblem(put(sku, "\"0\"", "{\"onHand\":9}"), 412, "precondition.failed");
        assertThat(put(sku, "*", "{\"onHand\":5}")).hasStatus(200);
        assertThat(ledger.faults(List.of(sku))).isEmpty();
        assertThat(ledger.adjustments(sku)).isEqualTo(2);
    }

    @Test
    void aCountNeedsAPrecondition() {
        var answer = http.put()
                .uri("/api/admin/stock/{sku}", unstocked())
                .with(staff)
                .contentType(APPLICATION_JSON)
                .content("{\"onHand\":7}")
                .exchange();
        assertProblem(answer, 428, "precondition.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"onHand\":null}", "{\"onHand\":-1}", "{\"onHand\":1000000000001}"})
    void aCountIsANumberThatAShopCanHave(String body) {
        assertProblem(put(unstocked(), "*", body), 400, "validation.failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"onHand\":\"1\"}", "{\"onHand\":1.5}", "{\"onHand\":1,\"x\":1}", "[]", ""})
    void aCountIsStrictJson(String body) {
        assertProblem(put(unstocked(), "*", body), 400, "request.malformed");
    }

    @Test
    void neverLessThanIsReserved() {
        var sku = stocked(5);
        reserved(sku, 3);
        assertProblem(put(sku, "*", "{\"onHand\":2}"), 409, "inventory.below-reserved");
        assertProblem(adjust(sku, "{\"delta\":-3,\"reason\":\"Broken\"}"), 409, "inventory.below-reserved");
        assertThat(put(sku, "*", "{\"onHand\":3}")).hasStatus(200);
    }

    @Test
    void anAdjustmentAddsOrTakes() {
        var sku = stocked(5);
        assertThat(adjust(sku, "{\"delta\":-2,\"reason\":\"Broken\"}"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.onHand")
                .isEqualTo(3);
        assertProblem(adjust(sku, "{\"delta\":-4,\"reason\":\"Broken\"}"), 409, "inventory.below-reserved");
        assertProblem(adjust(sku, "{\"delta\":1000000000000,\"reason\":\"Typo\"}"), 409, "inventory.above-limit");
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delta\":1}",
                "{\"reason\":\"x\"}",
                "{\"delta\":1,\"reason\":\" \"}",
                "{\"delta\":1000000000001,\"reason\":\"x\"}",
                "{\"delta\":1,\"reason\":\"a\\nb\"}"
            })
    void anAdjustmentHasAReason(String body) {
        assertProblem(adjust(unstocked(), body), 400, "validation.failed");
    }

    @Test
    void anAdjustmentIsMadeOncePerOperation() {
        var sku = stocked(5);
        var operation = Ids.next();
        for (int i = 0; i < 2; i++) {
            assertThat(keeping.adjust(operation, sku, 2, "Delivery", "test").onHand())
                    .isEqualTo(7);
        }
    }

    @Test
    void isStaffsAndTheirKeysBusiness() {
        var sku = stocked(5);
        assertThat(http.get().uri("/api/admin/stock/{sku}", sku).exchange()).hasStatus(401);
        assertThat(get(sku, TestCallers.customer())).hasStatus(403);
        assertThat(get(sku, TestCallers.apiKey("stock:write"))).hasStatus(403);
        assertThat(get(sku, TestCallers.apiKey("stock:read"))).hasStatus(200);
        assertThat(get(sku, TestCallers.admin())).hasStatus(200);
    }

    private MvcTestResult get(String sku, TestCaller caller) {
        return http.get().uri("/api/admin/stock/{sku}", sku).with(caller).exchange();
    }

    private MvcTestResult put(String sku, String ifMatch, String body) {
        return http.put()
                .uri("/api/admin/stock/{sku}", sku)
                .with(staff)
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult adjust(String sku, String body) {
        return http.post()
                .uri("/api/admin/stock/{sku}/adjustments", sku)
                .with(staff)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String query(int skus) {
        return IntStream.range(0, skus).mapToObj(i -> "sku=S" + i).collect(Collectors.joining("&"));
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
