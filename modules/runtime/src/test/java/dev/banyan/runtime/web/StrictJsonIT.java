package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies and parameters are taken at their word. */
class StrictJsonIT extends HttpIT {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                               | request.malformed |
            []                                              | request.malformed |
            ``                                              | request.malformed |
            null                                            | request.malformed |
            {"name":"cup"} 1                                | request.malformed |
            {"name":"cup","name":"cup"}                     | request.malformed |
            {"name":"cup","other":1}                        | request.malformed | other unknown
            {"name":"cup","price":{"amount":1,"currency":"EUR","x":1}} | request.malformed | price.x unknown
            {"name":1}                                      | request.malformed | name type
            {"name":"cup","count":"1"}                      | request.malformed | count type
            {"name":"cup","count":""}                       | request.malformed | count type
            {"name":"cup","count":1.0}                      | request.malformed | count type
            {"name":"cup","count":99999999999}              | request.malformed | count type
            {"name":"cup","count":true}                     | request.malformed | count type
            {"name":"cup","count":NaN}                      | request.malformed |
            {"name":"cup","color":"BLUE"}                   | request.malformed | color type
            {"name":"cup","color":0}                        | request.malformed | color type
            {"name":"cup","labels":{"a":1}}                 | request.malformed | labels.a type
            {"name":"cu\\u0000p"}                           | request.malformed | name type
            {"name":"cup","labels":{"a\\u0000":"b"}}        | request.malformed |
            {"name":"cup","price":{"amount":-1,"currency":"EUR"}}  | validation.failed | price invalid
            {"name":"cup","price":{"amount":1,"currency":"eur"}}   | validation.failed | price invalid
            {"name":"cup","price":{"amount":1}}             | validation.failed | price required
            {"name":"cup","price":{"currency":"EUR"}}       | validation.failed | price.amount required
            {"name":"cup","price":{"amount":null,"currency":"EUR"}} | validation.failed | price.amount required
            {"name":"cup","parts":[{"sku":"A","quantity":1},{"sku":" ","quantity":1}]} | validation.failed | parts[1].sku required
            {"name":"cup","parts":[{"sku":"A"}]}            | validation.failed | parts[0].quantity required
            {}                                              | validation.failed | name required
            {"name":"c"}                                    | validation.failed | name too-short
            {"name":"cupcupcup"}                            | validation.failed | name too-long
            """)
    void refusedBody(String body, String code, String fault) {
        var answer = http.post("/api/things", body == null ? "" : body).send();
        assertThat(answer.problem()).isEqualTo("400 " + code);
        if (fault != null) {
            assertThat(answer.faults()).containsExactly(fault);
        }
        assertThat(answer.body()).doesNotContain("dev.banyan", "java.", "tools.jackson");
    }

    @Test
    void tooDeep() {
        var answer = http.post("/api/things", "[".repeat(1000)).send();
        assertThat(answer.problem()).isEqualTo("400 request.malformed");
    }

    @Test
    void goodBody() {
        var body = "{\"name\":\"cup\",\"count\":3,\"price\":{\"amount\":1,\"currency\":\"EUR\"},\"color\":\"RED\"}";
        var answer = http.post("/api/things", body).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=101,limit",
        "limit=x,limit",
        "limit=,limit",
        "limit=1&limit=2,limit",
        "cursor=x,cursor",
        "cursor=,cursor",
        "weight=heavy,weight"
    })
    void badParameter(String query, String field) {
        var answer = http.get("/api/things?" + query).send();
        assertThat(answer.problem()).isEqualTo("400 validation.failed");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void cursorLeadsBackToItsList() {
        var cursor = http.get("/api/things?limit=100")
                .send()
                .json()
                .path("nextCursor")
                .asString();
        assertThat(http.get("/api/things?cursor=" + cursor).send().status()).isEqualTo(200);
    }

    @Test
    void nulInQuery() {
        assertThat(http.get("/api/things?q=a%00").send().problem()).isEqualTo("400 request.malformed");
    }

    @Test
    void whatIsNoIdIdentifiesNothing() {
        assertThat(http.get("/api/things/17").send().problem()).isEqualTo("404 sample.not-found");
    }

    @Test
    void versionIsTheTag() {
        assertThat(http.get("/api/things/" + UUID.randomUUID()).send().header("ETag"))
                .isEqualTo("\"7\"");
    }
}
