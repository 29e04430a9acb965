package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.jayway.jsonpath.JsonPath;
import dev.banyan.cart.CartCommand;
import dev.banyan.cart.FreezeCart;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class CartHttpIT extends CartIT {
    private static final RequestPostProcessor NOBODY = request -> request;

    @Autowired
    MockMvcTester http;

    private final TestCaller user = TestCallers.customer();
    private final String teapot = sold(2500);

    @Test
    void aGuestGetsACartAndItsTokenOnce() {
        var made = create(NOBODY, "{}");
        assertThat(made)
                .hasStatus(201)
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .hasHeader(HttpHeaders.LOCATION, "/api/carts/" + id(made));
        assertThat(token(made)).hasSize(43);
        var url = "/api/carts/" + id(made);
        assertThat(send(HttpMethod.GET, url, withToken(token(made)), null))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"id":"%s","currency":"EUR","lines":[],"subtotal":{"amount":0,"currency":"EUR"},"version":1}
                        """.formatted(id(made)));
        for (var other : List.of(NOBODY, withToken(SecretToken.next()), withToken(""), user, TestCallers.staff())) {
            assertProblem(send(HttpMethod.GET, url, other, null), 404, "cart.not-found");
        }
    }

    @Test
    void aUsersCartIsOnlyTheirs() {
        var made = create(user, "{\"currency\":\"USD\"}");
        assertThat(made).hasStatus(201).bodyJson().doesNotHavePath("$.token");
        assertThat(made).bodyJson().extractingPath("$.currency").isEqualTo("USD");
        var url = "/api/carts/" + id(made);
        assertThat(send(HttpMethod.GET, url, user, null)).hasStatus(200);
        for (var other : List.of(NOBODY, TestCallers.customer(), TestCallers.admin())) {
            assertProblem(send(HttpMethod.GET, url, other, null), 404, "cart.not-found");
            assertProblem(putLine(url, other, teapot, 1), 404, "cart.not-found");
            assertProblem(send(HttpMethod.DELETE, url + "/lines/x", other, null), 404, "cart.not-found");
        }
    }

    @Test
    void anApiKeyActsAsAGuest() {
        var made = create(TestCallers.apiKey("orders:write"), "{}");
        assertThat(send(HttpMethod.GET, "/api/carts/" + id(made), withToken(token(made)), null))
                .hasStatus(200);
    }

    @Test
    void aBodyMayBeLeftOut() {
        assertThat(http.post().uri("/api/carts").exchange()).hasStatus(201);
        assertProblem(create(NOBODY, "{\"currency\":\"GBP\"}"), 400, "validation.failed");
        assertProblem(create(NOBODY, "{\"coupon\":\"x\"}"), 400, "request.malformed");
    }

    @Test
    void aLineIsSetAndRemoved() {
        var url = "/api/carts/" + id(create(user, "{}"));
        assertThat(putLine(url, user, teapot, 2))
                .hasStatus(200)
                .hasHeader(HttpHeaders.ETAG, "\"2\"")
                .bodyJson()
                .extractingPath("$.lines[0]")
                .asMap()
                .containsKeys("sku", "name", "quantity", "unitPrice", "lineTotal", "available");
        sold.remove(teapot);
        assertThat(send(HttpMethod.GET, url, user, null))
                .bodyJson()
                .hasPathSatisfying(
                        "$.lines[0].unitPrice", price -> price.assertThat().isNull())
                .hasPathSatisfying(
                        "$.lines[0].lineTotal", total -> total.assertThat().isNull());
        assertThat(send(HttpMethod.DELETE, url + "/lines/" + teapot, user, null))
                .hasStatus(200)
                .hasHeader(HttpHeaders.ETAG, "\"3\"");
        assertProblem(putLine(url, user, teapot, 1), 404, "catalog.sku-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"quantity\":0}", "{\"quantity\":-1}", "{\"quantity\":1000}"})
    void aQuantityIsFrom1To999(String body) {
        var url = "/api/carts/" + id(create(user, "{}")) + "/lines/" + teapot;
        assertProblem(send(HttpMethod.PUT, url, user, body), 400, "validation.failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\":\"1\"}",
                "{\"quantity\":1.0}",
                "{\"quantity\":4294967297}",
                "{\"quantity\":1,\"x\":1}"
            })
    void aQuantityIsStrictJson(String body) {
        var url = "/api/carts/" + id(create(user, "{}")) + "/lines/" + teapot;
        assertProblem(send(HttpMethod.PUT, url, user, body), 400, "request.malformed");
    }

    @Test
    void writesTellWhereTheCartWent() {
        var cart = id(create(user, "{}"));
        var url = "/api/carts/" + cart;
        var order = Ids.next();
        api.freeze(new FreezeCart(order, UUID.fromString(cart), user.caller().id(), null));
        assertProblem(putLine(url, user, teapot, 1), 409, "cart.checkout-in-progress");
        assertProblem(putLine(url, user, sku(), 1), 404, "catalog.sku-unknown");
        assertProblem(send(HttpMethod.DELETE, url + "/lines/x", user, null), 409, "cart.checkout-in-progress");
        api.complete(new CartCommand(order, UUID.fromString(cart)));
        var refused = putLine(url, user, teapot, 1);
        assertProblem(refused, 409, "cart.completed");
        assertThat(refused).bodyJson().extractingPath("$.orderId").isEqualTo(order.toString());
        assertThat(send(HttpMethod.GET, url, user, null)).hasStatus(200);
    }

    @Test
    void mergesAGuestsCartIntoMine() {
        var mine = "/api/carts/" + id(create(user, "{}"));
        var guest = create(NOBODY, "{}");
        putLine("/api/carts/" + id(guest), withToken(token(guest)), teapot, 2);
        assertProblem(send(HttpMethod.POST, mine + "/merge", user, null), 404, "cart.not-found");
        assertThat(send(HttpMethod.POST, mine + "/merge", withToken(token(guest)), null))
                .hasStatus(401);
        RequestPostProcessor both =
                request -> user.postProcessRequest(withToken(token(guest)).postProcessRequest(request));
        for (int i = 0; i < 2; i++) {
            assertThat(send(HttpMethod.POST, mine + "/merge", both, null))
                    .hasStatus(200)
                    .hasHeader(HttpHeaders.ETAG, "\"2\"")
                    .bodyJson()
                    .extractingPath("$.lines[0].quantity")
                    .isEqualTo(2);
        }
    }

    @Test
    void listsMyOpenCartsNewestFirst() {
        var first = id(create(user, "{}"));
        var second = id(create(user, "{\"currency\":\"USD\"}"));
        var third = id(create(user, "{}"));
        for (var cart : List.of(first, third)) {
            putLine("/api/carts/" + cart, user, teapot, 1);
        }
        clearInvocations(catalog, inventory);
        var page = send(HttpMethod.GET, "/api/carts?limit=2", user, null);
        assertThat(page).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(third, second);
        verify(catalog, times(1)).offers(any());
        verify(inventory, times(1)).available(anySet());
        create(user, "{}");
        var cursor = JsonPath.<String>read(body(page), "$.nextCursor");
        var rest = send(HttpMethod.GET, "/api/carts?limit=2&cursor=" + cursor, user, null);
        assertThat(rest).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(first);
        assertThat(rest).bodyJson().extractingPath("$.nextCursor").isNull();
        assertThat(send(HttpMethod.GET, "/api/carts", NOBODY, null)).hasStatus(401);
        assertThat(send(HttpMethod.GET, "/api/carts", TestCallers.customer(), null))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    private MvcTestResult create(RequestPostProcessor caller, String body) {
        return send(HttpMethod.POST, "/api/carts", caller, body);
    }

    private MvcTestResult putLine(String url, RequestPostProcessor caller, String sku, int quantity) {
        return send(HttpMethod.PUT, url + "/lines/" + sku, caller, "{\"quantity\":%d}".formatted(quantity));
    }

    private MvcTestResult send(HttpMethod method, String url, RequestPostProcessor caller, String body) {
        var request = http.method(method).uri(url).with(caller);
        return body == null
                ? request.exchange()
                : request.contentType(APPLICATION_JSON).content(body).exchange();
    }

    private static RequestPostProcessor withToken(String token) {
        return request -> {
            request.addHeader("X-Cart-Token", token);
            return request;
        };
    }

    private static String id(MvcTestResult answer) {
        return JsonPath.read(body(answer), "$.id");
    }

    private static String token(MvcTestResult answer) {
        return JsonPath.read(body(answer), "$.token");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
